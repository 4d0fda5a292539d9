package org.tocsin.web.preview;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.tocsin.model.account.Account;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.ReceiptAccount;
import org.tocsin.web.fake.Kept;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.Streamed;

/** A day that looks like one. */
final class RealisticDay {
  private static final List<Origin> ORIGINS =
      List.of(
          new Origin("shadowserver", "reports"),
          new Origin("north", "intelligence"),
          new Origin("abuse-desk", "mail"),
          new Origin("blocklist-de", "ssh"));
  private static final List<String> NAMES =
      List.of(
          "2026-03-01-scan_http-sweden-asn.csv",
          "bundle-2026-03-01-botnet-infrastructure-and-its-operators.json",
          "report.eml",
          "ssh.txt");

  private RealisticDay() {}

  static void fill(Kept kept, Streamed streamed) {
    Random random = new Random(7);
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    for (int n = 0; n < 90; n++) {
      int which = random.nextInt(ORIGINS.size());
      long records = which == 0 ? 200 + random.nextInt(900) : 1 + random.nextInt(120);
      long duplicate = records / 9;
      long rejected = n % 7 == 0 ? 3 : 0;
      long pending = n == 0 ? records / 3 : 0;
      Submission submission =
          Made.submission(
              n,
              which == 0 ? "feed-shadowserver" : "analyst",
              ORIGINS.get(which),
              n % 11 == 5 ? null : NAMES.get(which),
              now.minus(n * 16L, ChronoUnit.MINUTES),
              records);
      Account account =
          new Account(
              records, records - duplicate - rejected - pending, duplicate, 0, rejected, pending);
      kept.receipts.add(
          new ReceiptAccount(
              submission,
              account,
              pending > 0 ? ReceiptAccount.State.PENDING : ReceiptAccount.State.COMPLETE));
    }
    String rows = "";
    for (int n = 0; n < 8; n++) {
      rows += Made.row(n, n == 3 ? "not-an-address" : "192.0.2." + (n + 1));
    }
    RawLocation raw = new RawLocation(Lane.BULK, 0, 5);
    streamed.records.put(raw, Made.raw(5, "shadowserver", "", Made.HEADER + rows, 1));
    Rsit[] types = {
      Rsit.C2_SERVER,
      Rsit.INFECTED_SYSTEM,
      Rsit.POTENTIALLY_UNWANTED_ACCESSIBLE,
      null,
      Rsit.BRUTE_FORCE
    };
    for (int n = 0; n < 130; n++) {
      kept.observations.add(
          Made.observation(
              n,
              Tlp.values()[n % 5],
              n % 3 == 0 ? "analyst" : "feed-shadowserver",
              types[n % types.length],
              now.minus(n * 7L + 90, ChronoUnit.MINUTES),
              raw));
    }
    for (int n = 0; n < 60; n++) {
      kept.rejects.add(
          Made.reject(
              5,
              n,
              "feed-shadowserver",
              n % 4 == 3 ? null : 5L,
              n % 2 == 0 ? "ip" : null,
              RejectReason.values()[n % RejectReason.values().length]));
    }
    if (Boolean.getBoolean("preview.alarm")) {
      Submission lossy =
          Made.submission(800, "feed-shadowserver", ORIGINS.getFirst(), "lossy.csv", now, 100_000);
      ReceiptAccount lost = Made.complete(lossy, new Account(100_000, 88_969, 10_000, 0, 0, 0));
      kept.receipts.add(lost);
      kept.unbalanced.add(lost);
    }
    byte[] binary = new byte[300];
    random.nextBytes(binary);
    streamed.records.put(
        new RawLocation(Lane.BULK, 0, 6),
        new org.tocsin.model.report.RawRecord(
            Made.id(6),
            0,
            Made.ORIGIN,
            "feed-shadowserver",
            "unknown",
            null,
            null,
            Tlp.GREEN,
            Made.NOON,
            1,
            1,
            new byte[0],
            binary));
    kept.rejects.add(
        Made.reject(6, 0, "feed-shadowserver", null, null, RejectReason.UNKNOWN_FORMAT));
    for (int n = 0; n < 55; n++) {
      kept.objects.add(
          Made.object(
              n,
              Tlp.values()[n % 3],
              "analyst",
              """
              {"type":"%s","spec_version":"2.1","id":"%s--%s","created":"2026-03-01T12:00:00.000Z",
               "modified":"2026-03-01T12:00:00.000Z","name":"Beacon to 198.51.100.%d",
               "pattern":"[ipv4-addr:value = '198.51.100.%d']","pattern_type":"stix",
               "valid_from":"2026-03-01T12:00:00Z","confidence":80,"indicator_types":["malicious-activity"]}\
              """
                  .formatted(
                      n % 2 == 0 ? "indicator" : "malware",
                      n % 2 == 0 ? "indicator" : "malware",
                      Made.id(n),
                      n,
                      n)));
    }
  }
}
