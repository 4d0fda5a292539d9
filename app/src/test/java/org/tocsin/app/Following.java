package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.tocsin.engines.junit.EngineAddresses;
import org.tocsin.model.tlp.Tlp;

/**
 * Five identities that follow the collection of incidents by {@code added_after}, and what was
 * written meanwhile.
 */
final class Following {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Map<String, List<Tlp>> MAY_SEE =
      Map.of(
          "analyst", List.of(Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, Tlp.AMBER_STRICT),
          "focal-fr", List.of(Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER),
          "focal-de", List.of(Tlp.CLEAR, Tlp.GREEN),
          "subscriber-siem", List.of(Tlp.CLEAR, Tlp.GREEN),
          "feed-shadowserver", List.of(Tlp.CLEAR));
  private static final List<Tlp> LEVELS =
      List.of(Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, Tlp.AMBER_STRICT);

  /** One that reads on from where it was. */
  private record Reader(TaxiiClient client, Map<String, String> next, List<String> read) {
    void follow(String url) throws Exception {
      TaxiiClient there = client.at(url);
      TaxiiClient.Part part;
      do {
        part = there.part(there.collection("incidents") + "objects/", next);
        part.objects().forEach(object -> read.add(object.path("id").asString()));
        if (!part.last().isEmpty()) {
          next.put("added_after", part.last());
        }
      } while (part.body().path("more").asBoolean());
    }
  }

  private final String url;
  private final Map<String, Reader> readers = new LinkedHashMap<>();
  private final Map<Tlp, List<String>> written = new EnumMap<>(Tlp.class);

  Following(EngineAddresses engines, String url) {
    this.url = url;
    LEVELS.forEach(level -> written.put(level, new ArrayList<>()));
    for (String name : MAY_SEE.keySet()) {
      boolean machine = name.startsWith("feed") || name.startsWith("subscriber");
      TaxiiClient client =
          machine
              ? TaxiiClient.basic(url, name, name)
              : TaxiiClient.bearer(url, engines.token(name));
      Map<String, String> next = new TreeMap<>(Map.of("match[version]", "all", "limit", "7"));
      readers.put(name, new Reader(client, next, new ArrayList<>()));
    }
  }

  /** One incident of each level. */
  void write(Function<Tlp, String> writer) {
    LEVELS.forEach(level -> written.get(level).add(writer.apply(level)));
  }

  /** Everybody reads what has come, from the process there. */
  void read(String from) throws Exception {
    for (Reader reader : readers.values()) {
      reader.follow(from);
    }
  }

  /** In the end, nothing too many, nothing too few, nothing twice. */
  void assertEachReadsExactlyWhatItMay() {
    for (Map.Entry<String, Reader> each : readers.entrySet()) {
      List<String> expected =
          MAY_SEE.get(each.getKey()).stream()
              .flatMap(level -> written.get(level).stream())
              .toList();
      List<String> read = each.getValue().read();
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> {
            each.getValue().follow(url);
            return read.size() >= expected.size();
          });
      assertThat(read).as(each.getKey()).containsExactlyInAnyOrderElementsOf(expected);
    }
  }
}
