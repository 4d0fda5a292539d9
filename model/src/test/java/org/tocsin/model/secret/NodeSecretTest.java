package org.tocsin.model.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NodeSecretTest {
  private final NodeSecret secret = new NodeSecret(new byte[32]);

  @Test
  void shouldDeriveTheSameOfTheSameAndAnotherOfEverythingElse() {
    assertThat(secret.derive("webhook", "a", "b"))
        .hasSize(32)
        .isEqualTo(secret.derive("webhook", "a", "b"))
        .isNotEqualTo(secret.derive("webhook", "ab"))
        .isNotEqualTo(secret.derive("webhook", "ab", ""))
        .isNotEqualTo(secret.derive("mail", "a", "b"));
    byte[] other = new byte[32];
    other[0] = 1;
    assertThat(new NodeSecret(other).derive("webhook", "a", "b"))
        .isNotEqualTo(secret.derive("webhook", "a", "b"));
  }

  @Test
  void shouldRefuseAShortOneAndNeverShowIt() {
    assertThatThrownBy(() -> new NodeSecret(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(secret).hasToString("NodeSecret");
  }
}
