package dev.opensync.api.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Where a request comes from, as far as callers can be told apart by it. */
final class ClientAddress {

    private static final int NETWORK_BYTES = 8;

    private static final String IPV4 = "[0-9]{1,3}(\\.[0-9]{1,3}){3}";

    private ClientAddress() {}

    /** Behind a proxy the address that the proxy reports, where the settings say that there is one. */
    static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    /** Of IPv6 the network: whoever has one address has all 2^64 of it. */
    static String of(String address) {
        String plain = withoutPort(address).replaceAll("[\\[\\]]|%.*", "");
        if (plain.matches(IPV4)) {
            return plain;
        }
        if (!plain.matches("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(plain);
            return parsed instanceof Inet6Address
                    ? Arrays.toString(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }

    /** Some proxies report the port too, and every connection has another. */
    private static String withoutPort(String address) {
        return address.replaceFirst("^(" + IPV4 + "|\\[.*]):[0-9]+$", "$1");
    }
}
