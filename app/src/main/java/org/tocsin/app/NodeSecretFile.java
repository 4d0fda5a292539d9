package org.tocsin.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.tocsin.model.secret.NodeSecret;

/**
 * Keeps the node's secret in a file of one line, base64, which is made where it is missing, for its
 * owner alone.
 */
final class NodeSecretFile {
  private NodeSecretFile() {}

  /**
   * The secret in that file.
   *
   * @throws UncheckedIOException when the file cannot be read or made
   * @throws IllegalStateException when it holds no secret
   */
  static NodeSecret in(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      return new NodeSecret(Base64.getDecoder().decode(Files.readString(file).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException("the node's secret cannot be read: " + file, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("this file holds no secret of a node: " + file, e);
    }
  }

  /** One that lasts as long as the process: for a node nobody told where to keep it. */
  static NodeSecret forNow() {
    return new NodeSecret(drawn());
  }

  /** Written beside and linked, so that of two processes that make it both read the same one. */
  private static void make(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path made = Files.createTempFile(folder, "node", ".new");
    try {
      if (Files.getFileStore(made).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
      }
      Files.writeString(made, Base64.getEncoder().encodeToString(drawn()) + "\n");
      Files.createLink(file, made);
    } catch (FileAlreadyExistsException e) {
      // Another process was faster: its secret holds.
    } finally {
      Files.deleteIfExists(made);
    }
  }

  private static byte[] drawn() {
    byte[] bytes = new byte[NodeSecret.SHORTEST];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
