package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeSecretFileTest {
  @TempDir Path folder;

  @Test
  void shouldMakeItOnceForItsOwnerAlone() throws Exception {
    Path file = folder.resolve("deeper/node.secret");
    byte[] first = NodeSecretFile.in(file).derive("webhook", "a");

    assertThat(NodeSecretFile.in(file).derive("webhook", "a")).isEqualTo(first);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(file.getParent().toFile().list()).containsExactly("node.secret");
    assertThat(NodeSecretFile.in(folder.resolve("other")).derive("webhook", "a"))
        .isNotEqualTo(first);
  }

  @Test
  void shouldRefuseAFileThatHoldsNone() throws Exception {
    Path file = Files.writeString(folder.resolve("short"), "c2hvcnQ=");
    assertThatThrownBy(() -> NodeSecretFile.in(file))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("short");
  }
}
