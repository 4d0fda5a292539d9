package org.tocsin.formats.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.formats.Formats;
import org.tocsin.formats.KnownFormats;
import org.tocsin.formats.mail.signature.Keys;
import org.tocsin.formats.record.Submitted;

class MappingReaderTest {
  private static final String GOOD =
      """
      name: our-list
      cut: rows
      separator: semicolon
      header: first
      columns:
        - {name: adresse, role: ip}
        - {name: vu, role: time, format: "dd/MM/yyyy HH:mm"}
        - {name: genre, role: malware}
      rsit: {column: genre, values: {bot: infected-system}, otherwise: other}
      recognise: {columns: [adresse, vu]}
      """;

  @Test
  void shouldReadAnOperatorsOwnMapping() {
    Formats formats =
        KnownFormats.with(
            Map.of("ours.yaml", GOOD, "benign.txt", "192.0.2.53 our own resolver\n"), Keys.NONE);
    String table = "Adresse;Vu;Genre;Note\n192.0.2.1;20/11/2026 08:30;bot;\"a;b\"\n";

    assertThat(
            formats
                .recognise(Mapped.sample("x.csv", table.getBytes(StandardCharsets.UTF_8)))
                .orElseThrow()
                .name())
        .isEqualTo("our-list");
    Submitted submitted = Submitted.of(formats.named("our-list").orElseThrow(), "x.csv", table);
    assertThat(submitted.observations().getFirst().observedAt())
        .hasToString("2026-11-20T08:30:00Z");
    Submitted list =
        Submitted.of(
            formats.named("ip-list").orElseThrow(), "l", "192.0.2.53\n8.8.8.8\n10.0.0.1\n");
    assertThat(list.rejects()).extracting("detail").asString().contains("our own resolver");
    assertThat(Mapped.seen(list)).containsExactly("ipv4-addr 8.8.8.8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: our-list|name: Our List|name: a name has lower-case letters",
        "cut: rows|cut: row|cut: one of rows, lines, json, json-lines",
        "cut: rows|cot: rows|cot: this key is not known",
        "separator: semicolon|separator: ;|separator: one of comma",
        "role: ip|role: ipp|columns[0].role: this is no role",
        "{name: adresse|{nom: adresse|columns[0].nom: this key is not known",
        "dd/MM/yyyy|bb|columns[1].format: this is no pattern",
        "bot: infected|bot: infested|rsit.values.bot: this is no type of the RSIT taxonomy",
        "otherwise: other|otherwise: others|rsit.otherwise: this is no type",
        "header: first|header: second|header: none, first, known",
        "separator: semicolon|listed: perhaps|listed: this is to be true or false",
        "recognise: {|recognise: {shape: 99, |recognise.shape: this is to be a number from 0 to 60",
        "role: ip|role: field|columns: no column has a role",
        "header: first|list: data|list: this means nothing where cut is rows",
        "cut: rows|name: again|line",
        "name: our-list|version: 2|name: this key is missing",
      })
  void shouldNameTheFileAndTheKeyThatIsWrong(String right, String wrong, String message) {
    assertThatThrownBy(
            () -> MappingReader.read("ours.yaml", GOOD.replaceFirst(Pattern.quote(right), wrong)))
        .isInstanceOf(FaultyMappingException.class)
        .hasMessageStartingWith("ours.yaml: ")
        .hasMessageContaining(message);
  }

  @Test
  void shouldRefuseANameThatIsTaken() {
    Map<String, String> files = Map.of("ours.yaml", GOOD.replace("our-list", "stix-2.1"));

    assertThatThrownBy(() -> KnownFormats.with(files, Keys.NONE))
        .hasMessageContaining("ours.yaml: name: another format has this name already");
  }

  @Test
  void shouldRefuseAListOfBenignValuesThatHoldsSomethingElse() {
    Map<String, String> files = Map.of("benign.txt", "# ours\nnothing\n");

    assertThatThrownBy(() -> KnownFormats.with(files, Keys.NONE))
        .hasMessageContaining("benign.txt: line 2: ");
  }
}
