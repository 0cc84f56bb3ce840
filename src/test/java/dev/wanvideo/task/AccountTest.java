package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.Execution;
import org.junit.jupiter.api.Test;

final class AccountTest {
    @Test
    void tellsKeysApartWithoutTellingThem() {
        Account account = Account.remote("alpha", "abc");
        // The first 16 digits of the SHA-256 of "abc", as FIPS 180-2 prints it.
        assertThat(account).isEqualTo(new Account("alpha", "ba7816bf8f01cfea", Execution.REMOTE));
        assertThat(account.stepName()).isEqualTo("drive.alpha.ba7816bf8f01cfea");
        assertThat(Account.remote("alpha", "abd").fingerprint()).isNotEqualTo(account.fingerprint());
    }
}
