package dev.opensync.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Free loopback ports: counted up from {@code opensync.test.first-port}, or any if that is not set. Each process of tests
 * has its own thousand.
 */
public final class Ports {

    private static final int ANY = 0;
    private static final int PORTS_OF_A_PROCESS = 1000;
    private static final AtomicInteger NEXT = new AtomicInteger(first());

    private Ports() {}

    public static int free() {
        OptionalInt port = next();
        while (port.isEmpty()) {
            port = next();
        }
        return port.getAsInt();
    }

    private static int first() {
        int first = number(System.getProperty("opensync.test.first-port", "").trim());
        int process = number(Build.PROCESS.replaceAll("\\D", ""));
        return first == ANY ? ANY : first + PORTS_OF_A_PROCESS * process;
    }

    private static int number(String digits) {
        return Integer.parseInt("0" + digits);
    }

    private static OptionalInt next() {
        int wanted = NEXT.get() == ANY ? ANY : NEXT.getAndIncrement();
        try (ServerSocket probe = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return OptionalInt.of(probe.getLocalPort());
        } catch (IOException taken) {
            return OptionalInt.empty();
        }
    }
}
