package org.tocsin.app.correlation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.tlp.Tlp;

/**
 * What is sent in: records that fall into a few episodes each, some of them twice under another
 * level, and some from years that real files hold.
 */
final class Input {
  static final List<Origin> ORIGINS =
      List.of(new Origin("one", "f"), new Origin("two", "f"), new Origin("three", "f"));

  private static final List<String> TYPES =
      List.of("scanner", "brute-force", "c2-server", "vulnerable-system");
  private static final List<String> COUNTRIES = List.of("FR", "DE", "");
  private static final int ROWS = 20;

  /** One sending of a record: by whom, and under which level. */
  record Sent(Sight sight, Origin origin, Tlp tlp) {}

  private final List<Sent> all = new ArrayList<>();

  Input(int records, Instant today, long seed) {
    Random random = new Random(seed);
    int places = Math.max(12, records / 150);
    Instant begin = today.truncatedTo(ChronoUnit.DAYS).minus(4, ChronoUnit.DAYS);
    for (int number = 0; number < records; number++) {
      Sight sight = sight(number, places, begin, random);
      Origin origin = ORIGINS.get(random.nextInt(ORIGINS.size()));
      all.add(new Sent(sight, origin, level(random)));
      if (random.nextInt(20) == 0) {
        all.add(new Sent(sight, origin, level(random)));
      }
    }
  }

  private static Tlp level(Random random) {
    int number = random.nextInt(100);
    return number == 0 ? Tlp.RED : number < 20 ? Tlp.AMBER : Tlp.GREEN;
  }

  private static Sight sight(int number, int places, Instant begin, Random random) {
    int place = random.nextInt(places);
    Instant at = begin.plusSeconds(random.nextInt(4 * 86_400));
    if (number % 500 == 1) {
      at = Instant.parse(number % 1_000 == 1 ? "0001-01-01T00:00:00Z" : "9999-12-31T23:59:59Z");
    }
    return new Sight(
        number,
        at,
        number % 50 == 2 ? "" : TYPES.get(place % TYPES.size()),
        "r" + place % 3,
        place % 3 == 0 ? Integer.toString(64_512 + place) : "",
        place % 3 == 1 ? "d" + place + ".co.uk" : "",
        number % 100 == 3 ? "" : "198.51.%d.%d".formatted(place / 250, place % 250),
        number % 100 == 3 ? "" : COUNTRIES.get(place % COUNTRIES.size()));
  }

  /** Everything that is sent. */
  List<Sent> all() {
    return all;
  }

  /** The same as raw records, in an order of that seed, each for one of the lanes. */
  List<Map.Entry<Lane, RawRecord>> inOrder(long seed) {
    Random random = new Random(seed);
    List<Sent> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    Map<String, List<Sent>> together =
        shuffled.stream()
            .collect(
                Collectors.groupingBy(
                    sent -> sent.origin() + " " + sent.tlp(), TreeMap::new, Collectors.toList()));
    List<Map.Entry<Lane, RawRecord>> records = new ArrayList<>();
    for (List<Sent> some : together.values()) {
      for (int from = 0; from < some.size(); from += ROWS) {
        List<Sent> rows = some.subList(from, Math.min(some.size(), from + ROWS));
        Lane lane = Lane.values()[random.nextInt(Lane.values().length)];
        records.add(Map.entry(lane, raw(rows, new UUID(random.nextLong(), random.nextLong()))));
      }
    }
    Collections.shuffle(records, random);
    return records;
  }

  private static RawRecord raw(List<Sent> rows, UUID receipt) {
    String text = rows.stream().map(row -> row.sight().line()).collect(Collectors.joining("\n"));
    return new RawRecord(
        receipt,
        0,
        rows.getFirst().origin(),
        "somebody",
        SightFormat.NAME,
        null,
        rows.getFirst().tlp(),
        Tlp.CLEAR,
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        1,
        rows.size(),
        new byte[0],
        text.getBytes(StandardCharsets.UTF_8));
  }
}
