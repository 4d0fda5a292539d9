package org.tocsin.formats.shadowserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tocsin.formats.record.SharedFolder;
import org.tocsin.formats.record.StixCheck;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.stix.StixObject;

/** Every report file others have written, read as it would be in service. */
class ShadowserverCorpusTest {
  /** Files that hold nothing readable: two words, or a last row whose quote is never closed. */
  private static final Pattern BROKEN =
      Pattern.compile(
          "n6-parser-tests/shadowserver\\.(cwmp|elasticsearch|isakmp|mdns|rdp|telnet|xdmcp|snmp)--.*"
              + "Parser\\.1\\.csv|.*ntp-monitor--.*Parser\\.2\\.csv");

  private static final Set<RejectReason> UNDECIDED =
      Set.of(RejectReason.UNKNOWN_TYPE, RejectReason.AMBIGUOUS_TYPE);

  private final List<String> faults = new ArrayList<>();
  private final Optional<StixCheck> check = StixCheck.find();

  @Test
  void shouldAccountForEveryRowOfEveryFile() throws IOException {
    Optional<Path> corpus = SharedFolder.find("corpus/shadowserver");
    assumeTrue(corpus.isPresent(), "skipped: no shared/corpus/shadowserver above this folder");
    if (check.isEmpty()) {
      System.out.println("no shared/schemas above this folder: objects are not checked");
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(corpus.get())) {
      files = walk.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
    System.out.printf(
        "%-100s %7s %8s %8s  %s%n", "file", "records", "accepted", "rejected", "type");
    for (Path file : files) {
      read(corpus.get().relativize(file).toString(), Files.readAllBytes(file));
    }
    assertThat(files).hasSizeGreaterThan(150);
    assertThat(faults).isEmpty();
  }

  private void read(String file, byte[] bytes) {
    int records = 0;
    List<Accepted> accepted = new ArrayList<>();
    List<Reject> rejects = new ArrayList<>();
    for (RawRecord raw : Reports.frame(file, bytes)) {
      Normalised normalised = Reports.normalise(raw);
      records += raw.records();
      accepted.addAll(normalised.accepted());
      rejects.addAll(normalised.rejects());
      if (raw.records() != normalised.accepted().size() + normalised.rejects().size()) {
        faults.add(file + ": the framer and the normaliser do not agree on " + raw.number());
      }
    }
    String type = accepted.isEmpty() ? "-" : Reports.observation(accepted.get(0)).reportType();
    System.out.printf(
        "%-100s %7d %8d %8d  %s%n", file, records, accepted.size(), rejects.size(), type);
    rejects.stream().limit(3).forEach(reject -> System.out.println("    " + reject));
    for (Reject reject : rejects) {
      if (UNDECIDED.contains(reject.reason())) {
        faults.add(file + ": type not decided");
      }
    }
    if (accepted.isEmpty() != BROKEN.matcher(file).matches()) {
      faults.add(file + ": " + accepted.size() + " accepted");
    }
    accepted.forEach(one -> check(file, one));
  }

  private void check(String file, Accepted accepted) {
    for (StixObject object : Reports.observation(accepted).objects()) {
      check.ifPresent(
          schemas -> schemas.errors(object).forEach(error -> faults.add(file + ": " + error)));
    }
  }
}
