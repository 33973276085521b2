package dev.warroom.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

class SecretsTest {

    @Test
    void theFolderAShellIsInIsShownAndTheEnvironmentsPasswordsAreNot() {
        Secrets secrets =
                Secrets.USUAL.knowing(
                        Map.of("PWD", "/srv/checkout", "ADMIN_PWD", "correct-horse", "N", "1"));

        assertThat(secrets.masking().masked("cd /srv/checkout && login correct-horse"))
                .isEqualTo("cd /srv/checkout && login *****");
    }
}
