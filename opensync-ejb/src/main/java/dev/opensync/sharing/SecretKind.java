package dev.opensync.sharing;

/** What a text gave away. */
public enum SecretKind {
    /** Issued by a company or a program, such as an access token. */
    KEY,
    PRIVATE_KEY,
    /** A JSON Web Token. */
    JWT,
    /** Between user and host of an address. */
    URL_PASSWORD,
    /** Sent with a request to prove who asks. */
    CREDENTIALS,
    /** Assigned to a name that promises a secret, as in an {@code .env} file. */
    SETTING
}
