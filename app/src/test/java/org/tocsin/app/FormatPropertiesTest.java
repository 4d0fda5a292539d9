package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.formats.Formats;
import org.tocsin.formats.mail.signature.Keys;

class FormatPropertiesTest {
  @Test
  void shouldReadTheMappingsOfTheFolder(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("ours.yaml"), "{name: ours, cut: lines, columns: [{name: a, role: ip}]}");

    assertThat(formats(folder.toString()).named("ours")).isPresent();
    assertThat(formats("").named("ours")).isEmpty();
    assertThat(formats("").named("ip-list")).isPresent();
  }

  @Test
  void shouldNotStartWithAMappingThatIsWrong(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("ours.yaml"), "{name: ours, cut: lines, columns: [{name: a, role: io}]}");

    assertThatThrownBy(() -> formats(folder.toString()))
        .hasMessageContaining("ours.yaml: columns[0].role: this is no role");
  }

  @Test
  void shouldTakeTheOperatorsWarningListFromItsFile(@TempDir Path folder) throws IOException {
    Path list = folder.resolve("everybody.txt");
    Files.writeString(list, "192.0.2.53 our resolver\n");
    Files.writeString(folder.resolve("benign.txt"), "192.0.2.54 another one\n");
    PlatformConfiguration platform = new PlatformConfiguration();

    var named =
        platform.warningList(new FormatProperties(folder.toString(), list.toString(), 8, 16));
    var ofFolder = platform.warningList(new FormatProperties(folder.toString(), "", 8, 16));

    assertThat(named.objection("192.0.2.53")).isEqualTo("our resolver");
    assertThat(named.objection("192.0.2.54")).isNull();
    assertThat(ofFolder.objection("192.0.2.54")).isEqualTo("another one");
    assertThatThrownBy(() -> platform.warningList(new FormatProperties("", "nowhere.txt", 8, 16)))
        .hasMessageContaining("the warning list nowhere.txt cannot be read");
  }

  @Test
  void shouldSayThatTheFolderCannotBeRead() {
    assertThatThrownBy(() -> formats("nowhere"))
        .hasMessageContaining("the folder of mappings nowhere cannot be read");
  }

  private static Formats formats(String folder) {
    return new PlatformConfiguration().formats(new FormatProperties(folder, "", 8, 16), Keys.NONE);
  }
}
