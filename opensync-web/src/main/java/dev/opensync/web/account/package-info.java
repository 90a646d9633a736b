/** The pages about people: set-up, sign-in, invitations, passwords, and who has an account. */
@NullMarked
package dev.opensync.web.account;

import org.jspecify.annotations.NullMarked;
