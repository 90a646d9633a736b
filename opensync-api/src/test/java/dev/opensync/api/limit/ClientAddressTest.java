package dev.opensync.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

    @Test
    void addressesOfOneNetworkAreOneCaller() {
        assertThat(ClientAddress.of("2001:db8:1:2::1"))
                .isEqualTo(ClientAddress.of("[2001:db8:1:2:ffff::9]"))
                .isNotEqualTo(ClientAddress.of("2001:db8:1:3::1"));
    }

    @Test
    void mappedAddressesAreThePlainOnes() {
        assertThat(ClientAddress.of("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
    }

    @Test
    void portsMakeNoDifference() {
        assertThat(ClientAddress.of("192.0.2.7:5678")).isEqualTo("192.0.2.7");
        assertThat(ClientAddress.of("[2001:db8:1:2::1]:5678")).isEqualTo(ClientAddress.of("2001:db8:1:2::1"));
        assertThat(ClientAddress.of("[::ffff:192.0.2.7]:5678")).isEqualTo("192.0.2.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "unknown", "", "cafe", "::::"})
    void anythingElseStandsForItself(String address) {
        assertThat(ClientAddress.of(address)).isEqualTo(address);
    }
}
