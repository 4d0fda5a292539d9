package org.tocsin.alerts.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
  @TempDir private Path folder;

  @Test
  void shouldMakeAKeyOnceForItsOwnerAlone() throws Exception {
    Path file = folder.resolve("some/key.asc");
    String made = KeyFile.in(file, "CERT Example").fingerprint();

    assertThat(KeyFile.in(file, "Somebody else").fingerprint()).isEqualTo(made);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(file.getParent()).isDirectoryNotContaining(any -> !any.equals(file));
  }

  @Test
  void shouldSayThatAFileHoldsNoKey() throws Exception {
    Path file = Files.writeString(folder.resolve("key.asc"), "no key");

    assertThatThrownBy(() -> KeyFile.in(file, "CERT Example"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("key.asc");
  }
}
