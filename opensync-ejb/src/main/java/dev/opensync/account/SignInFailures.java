package dev.opensync.account;

/** The recent wrong passwords for one account, or from one network address. */
record SignInFailures(int count, long lastMillis, long blockedUntilMillis) {

    static final SignInFailures NONE = new SignInFailures(0, 0, 0);

    boolean isBlocked(long nowMillis) {
        return nowMillis < blockedUntilMillis;
    }

    /** Counted before the password is looked at, so that guesses sent at the same moment all count. */
    SignInFailures withOneMore(long nowMillis, GuessingLimit limit) {
        boolean forgotten = nowMillis - lastMillis > limit.memory().toMillis();
        int failures = forgotten ? 1 : count + 1;
        return new SignInFailures(
                failures, nowMillis, nowMillis + limit.pauseAfter(failures).toMillis());
    }

    /** After the right password: the attempt was none to count. */
    SignInFailures withOneLess() {
        return new SignInFailures(Math.max(0, count - 1), lastMillis, 0);
    }
}
