package org.tocsin.formats.openpgp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.pgpainless.PGPainless;
import org.pgpainless.decryption_verification.ConsumerOptions;
import org.pgpainless.decryption_verification.DecryptionStream;

/** What the node signs is checked by others with its public key. */
class SigningKeyTest {
  private static final byte[] CONTENT = "{\"document\": {}}".getBytes(UTF_8);
  private static final Instant LATER = Instant.now().plusSeconds(1);

  @Test
  void shouldSignSoThatOthersCanCheckIt() throws Exception {
    SigningKey key = SigningKey.read(SigningKey.make("CERT Example"));
    byte[] signature = key.sign(CONTENT, Instant.EPOCH);

    assertThat(new String(signature, UTF_8)).startsWith("-----BEGIN PGP SIGNATURE-----");
    assertThat(isGood(key, CONTENT, signature)).isTrue();
    assertThat(isGood(key, "{\"document\": []}".getBytes(UTF_8), signature)).isFalse();
  }

  @Test
  void shouldGiveTheSameSignatureEachTime() {
    SigningKey key = SigningKey.read(SigningKey.make("CERT Example"));

    assertThat(key.sign(CONTENT, LATER)).isEqualTo(key.sign(CONTENT, LATER));
  }

  @Test
  void shouldShowItsPublicPartAlone() throws Exception {
    String armoured = SigningKey.make("CERT Example");
    SigningKey made = SigningKey.read(armoured);
    SigningKey again = SigningKey.read(armoured);

    assertThat(again.fingerprint()).isEqualTo(made.fingerprint()).matches("[0-9A-F]{40,}");
    assertThat(isGood(again, CONTENT, made.sign(CONTENT, Instant.EPOCH))).isTrue();
    assertThat(new String(made.publicKey(), UTF_8))
        .contains("PUBLIC KEY BLOCK")
        .doesNotContain("PRIVATE");
  }

  @Test
  void shouldSayThatATextIsNoKey() {
    assertThatThrownBy(() -> SigningKey.read("no key"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean isGood(SigningKey key, byte[] content, byte[] signature) throws Exception {
    DecryptionStream stream =
        PGPainless.decryptAndOrVerify()
            .onInputStream(new ByteArrayInputStream(content))
            .withOptions(
                ConsumerOptions.get()
                    .addVerificationOfDetachedSignatures(new ByteArrayInputStream(signature))
                    .addVerificationCert(
                        PGPainless.readKeyRing().publicKeyRing(new String(key.publicKey(), UTF_8)))
                    .forceNonOpenPgpData());
    stream.readAllBytes();
    stream.close();
    return stream.getMetadata().isVerifiedSigned();
  }
}
