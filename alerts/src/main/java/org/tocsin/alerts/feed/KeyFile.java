package org.tocsin.alerts.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.tocsin.formats.openpgp.SigningKey;

/** The file that keeps the signing key, for its owner alone. */
final class KeyFile {
  private KeyFile() {}

  /**
   * The key in that file, which is made where it is missing.
   *
   * @param owner who it is of
   * @throws UncheckedIOException when the file cannot be read or made
   * @throws IllegalStateException when it holds no key that can sign
   */
  static SigningKey in(Path file, String owner) {
    try {
      if (!Files.exists(file)) {
        make(file, owner);
      }
      return SigningKey.read(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("the signing key cannot be read: " + file, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("this file holds no key that signs: " + file, e);
    }
  }

  /** Written beside and moved, so that a crash leaves a whole key or none. */
  private static void make(Path file, String owner) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path made = Files.createTempFile(folder, "signing", ".new");
    if (Files.getFileStore(made).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
    }
    Files.writeString(made, SigningKey.make(owner));
    try {
      Files.move(made, file);
    } catch (FileAlreadyExistsException e) {
      Files.delete(made); // another process was first
    }
  }
}
