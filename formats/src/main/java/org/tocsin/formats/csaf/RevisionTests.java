package org.tocsin.formats.csaf;

import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.formats.csaf.MandatoryTests.Failure;
import tools.jackson.databind.JsonNode;

/** What section 6.1 wants of versions and their history: 6.1.14, 16 to 22 and 30. */
final class RevisionTests {
  private static final String HISTORY = "/document/tracking/revision_history";
  private static final String VERSION = "/document/tracking/version";

  private final List<Failure> failures;
  private final JsonNode tracking;

  RevisionTests(JsonNode root, List<Failure> failures) {
    this.failures = failures;
    this.tracking = root.path("document").path("tracking");
  }

  private record Revision(Instant at, VersionNumber number, int place) {}

  void run() {
    VersionNumber version = VersionNumber.of(tracking.path("version").asString(""));
    boolean draft = tracking.path("status").asString("").equals("draft");
    List<Revision> history = new ArrayList<>();
    for (JsonNode revision : tracking.path("revision_history")) {
      history.add(
          new Revision(
              time(revision.path("date").asString("")),
              VersionNumber.of(revision.path("number").asString("")),
              history.size()));
    }
    history.sort(Comparator.comparing(Revision::at).thenComparing(Revision::number));
    order(history);
    if (!history.isEmpty() && !history.getLast().number().isSame(version, draft)) {
      fail("16", VERSION);
    }
    if (!draft && version.isPreRelease()) {
      fail("20", VERSION);
    }
    if (!draft && (version.isBeforeFirst() || version.isPreRelease())) {
      fail("17", "/document/tracking/status");
    }
    entries(history, version, draft);
    gaps(history);
  }

  private void fail(String test, String path) {
    failures.add(new Failure("6.1." + test, path));
  }

  /** In the order of time, numbers never go back. */
  private void order(List<Revision> history) {
    for (int i = 1; i < history.size(); i++) {
      if (history.get(i - 1).number().compareTo(history.get(i).number()) > 0) {
        fail("14", HISTORY + "/" + history.get(i).place());
      }
    }
  }

  private void entries(List<Revision> history, VersionNumber version, boolean draft) {
    Set<String> numbers = new HashSet<>();
    for (Revision revision : history) {
      String path = HISTORY + "/" + revision.place() + "/number";
      if (!draft && revision.number().isBeforeFirst()) {
        fail("18", path);
      }
      if (revision.number().isPreRelease()) {
        fail("19", path);
      }
      if (!numbers.add(revision.number().text())) {
        fail("22", path);
      }
      if (revision.number().semantic() != version.semantic()) {
        fail("30", path);
      }
    }
  }

  /** From 0 or 1 on each (major) number is there. */
  private void gaps(List<Revision> history) {
    List<BigInteger> majors =
        history.stream().map(one -> one.number().major()).distinct().sorted().toList();
    if (majors.isEmpty()) {
      return;
    }
    if (majors.getFirst().compareTo(BigInteger.ONE) > 0) {
      fail("21", HISTORY);
    }
    for (int i = 1; i < majors.size(); i++) {
      if (!majors.get(i - 1).add(BigInteger.ONE).equals(majors.get(i))) {
        fail("21", HISTORY);
      }
    }
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }
}
