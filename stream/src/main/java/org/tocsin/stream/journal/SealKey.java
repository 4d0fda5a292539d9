package org.tocsin.stream.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/**
 * The node's key for seals: Ed25519 (RFC 8032). It is kept in a file of two lines, the private key
 * (PKCS #8) and the public one (X.509), both base64; the file is made where it is missing, for its
 * owner alone. Never logged.
 */
public final class SealKey {
  private static final String ALGORITHM = "Ed25519";

  private final PrivateKey secret;
  private final String publicKey;

  private SealKey(PrivateKey secret, String publicKey) {
    this.secret = secret;
    this.publicKey = publicKey;
  }

  /**
   * The key in that file, which is made where it is missing.
   *
   * @throws UncheckedIOException when the file cannot be read or made
   * @throws IllegalStateException when it holds no key
   */
  public static SealKey in(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      List<String> lines = Files.readAllLines(file);
      Base64.Decoder base64 = Base64.getDecoder();
      PrivateKey secret =
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(base64.decode(lines.getFirst())));
      return new SealKey(secret, lines.get(1));
    } catch (IOException e) {
      throw new UncheckedIOException("the key for seals cannot be read: " + file, e);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new IllegalStateException("this file holds no key for seals: " + file, e);
    }
  }

  /** The public key, X.509 encoded, base64. */
  public String publicKey() {
    return publicKey;
  }

  Seal seal(long through, Chain chain) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(Seal.statement(through, chain));
      String signed = Base64.getEncoder().encodeToString(signature.sign());
      return new Seal(through, chain.count(), chain.hash(), publicKey, signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform of today has Ed25519", e);
    }
  }

  static boolean verifies(String key, byte[] statement, String signature) {
    try {
      Base64.Decoder base64 = Base64.getDecoder();
      PublicKey known =
          KeyFactory.getInstance(ALGORITHM)
              .generatePublic(new X509EncodedKeySpec(base64.decode(key)));
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(known);
      check.update(statement);
      return check.verify(base64.decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Written beside and moved, so that a crash leaves a whole key or none. */
  private static void make(Path file) throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    Base64.Encoder base64 = Base64.getEncoder();
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path made = Files.createTempFile(folder, "seal", ".new");
    if (Files.getFileStore(made).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
    }
    Files.write(
        made,
        List.of(
            base64.encodeToString(pair.getPrivate().getEncoded()),
            base64.encodeToString(pair.getPublic().getEncoded())));
    Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
