package org.tocsin.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.formats.record.Submitted;
import org.tocsin.model.report.RejectReason;

/** {@link Submitted} holds that every record comes back once; whatever is taken is valid STIX. */
class HostileEventsTest {
  private static final Map<String, String> SAMPLES =
      Map.of(
          "idea", "/samples/idea/phishing.ndjson",
          "n6", "/samples/n6/events.json",
          "intelmq", "/samples/intelmq/events.ndjson",
          "suricata-eve", "/samples/suricata/eve.json",
          "xarf", "/samples/xarf/login-3.json",
          "iodef", "/samples/iodef/version-1.xml",
          "iodef-json", "/samples/iodef/incidents.json",
          "shadowserver-json", "/samples/shadowserver-json/report_type_scan_http.json");
  private static final String BYTES = "{}[]<>/\"',:;&\\\n\r \0x0-9\u0001";

  @Test
  void shouldAccountForEveryMutationOfEverySample() {
    Random random = new Random(20261127);
    SAMPLES.forEach((name, path) -> {
      Format format = KnownFormats.all().named(name).orElseThrow();
      byte[] sample = Submitted.bytes(path);
      for (int round = 0; round < 150; round++) {
        byte[] bytes = sample.clone();
        for (int change = 0; change < 1 + round % 7; change++) {
          bytes[random.nextInt(bytes.length)] = (byte) BYTES.charAt(random.nextInt(BYTES.length()));
        }
        int end = round % 5 == 0 ? random.nextInt(bytes.length) : bytes.length;
        Submitted.of(format, path, Arrays.copyOf(bytes, end));
      }
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "7",
        "\"text\"",
        "true",
        "[]",
        "{}",
        "[[\"192.0.2.1\"]]",
        "{\"IP4\":{\"a\":1},\"ip\":[1],\"Port\":-1,\"URL\":[null]}",
        "1e400",
        "\"\\u0000\\u202e\"",
        "99999999999999999999999999"
      })
  void shouldTakeAnyValueInAnyField(String value) {
    for (String name : SAMPLES.keySet()) {
      Format format = KnownFormats.all().named(name).orElseThrow();
      String sample = new String(Submitted.bytes(SAMPLES.get(name)), StandardCharsets.UTF_8);
      int from = 0;
      for (int at = sample.indexOf("\":", from); at >= 0; at = sample.indexOf("\":", at + 2)) {
        int end = sample.indexOf(',', at);
        if (end > 0) {
          Submitted read =
              Submitted.of(
                  format, "x", sample.substring(0, at + 2) + value + sample.substring(end));
          assertThat(read.records()).isPositive();
        }
      }
    }
  }

  @Test
  void shouldHoldItsLimits() {
    String deep = "{\"a\":".repeat(200) + "1" + "}".repeat(200);
    for (String name : SAMPLES.keySet()) {
      if (!name.equals("iodef")) {
        Submitted read = Submitted.of(KnownFormats.all().named(name).orElseThrow(), "x", deep);
        assertThat(read.rejects().getFirst().reason()).isEqualTo(RejectReason.LIMIT_EXCEEDED);
      }
    }
  }

  @Test
  void shouldTakeAnEventThatListsThousands() {
    StringBuilder many = new StringBuilder("{\"DetectTime\":\"2026-11-20T00:00:00Z\",\"Target\":[");
    for (int i = 0; i < 5_000; i++) {
      many.append(i == 0 ? "" : ",").append("{\"IP4\":[\"198.51.").append(i / 250).append('.');
      many.append(i % 250).append("\"],\"Port\":[").append(i + 1).append("]}");
    }
    Submitted read =
        Submitted.of(
            KnownFormats.all().named("idea").orElseThrow(), "x", many.append("]}").toString());
    assertThat(read.observations()).hasSize(1);
    assertThat(read.objects("ipv4-addr").size()).isEqualTo(500);
    assertThat(read.objects("network-traffic").size()).isBetween(1, 20);
  }
}
