package org.tocsin.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A large scan_http report out of documentation addresses, with a known number of repeated rows.
 */
record OutbreakFile(byte[] bytes, int rows, int distinct) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  static OutbreakFile of(int rows, long seed) {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>(rows + 1);
    Set<String> seen = new HashSet<>();
    LocalDateTime start = LocalDateTime.now().withNano(0).minusDays(20);
    for (int i = 0; i < rows; i++) {
      boolean repeats = i > 0 && i % 10 == 0;
      String line = repeats ? lines.get(random.nextInt(lines.size())) : row(i, start, random);
      lines.add(line);
      seen.add(line);
    }
    String header =
        "\"timestamp\",\"ip\",\"protocol\",\"port\",\"hostname\",\"tag\",\"asn\",\"geo\",\"region\",\"city\","
            + "\"naics\",\"sic\",\"http\",\"http_code\",\"http_reason\",\"content_type\",\"server\"\n";
    String text = header + String.join("\n", lines) + "\n";
    return new OutbreakFile(text.getBytes(StandardCharsets.UTF_8), rows, seen.size());
  }

  private static String row(int number, LocalDateTime start, Random random) {
    return "\"%s\",\"198.51.100.%d\",\"tcp\",%d,\"host-%d.example.com\",\"http\",64500,\"ZZ\",\"REGION\",\"CITY\",0,0,\"HTTP/1.1\",200,\"OK\",\"text/html\",\"nginx\""
        .formatted(
            TIME.format(start.plusSeconds(number)),
            random.nextInt(256),
            1 + random.nextInt(65535),
            number);
  }
}
