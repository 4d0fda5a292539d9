package org.tocsin.web.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tocsin.model.account.Progress;
import org.tocsin.model.account.Progresses;
import org.tocsin.model.account.Submission;
import org.tocsin.model.incident.Attachment.Place;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.RawRecord;
import org.tocsin.stream.AttachmentLog;
import org.tocsin.stream.ProgressReader;
import org.tocsin.stream.ReportLog;
import org.tocsin.stream.StreamUnavailableException;
import org.tocsin.stream.SubmissionReader;

/** The stream's ports in memory. */
public final class Streamed {
  public final Map<RawLocation, RawRecord> records = new ConcurrentHashMap<>();
  public final List<RawRecord> appended = new CopyOnWriteArrayList<>();
  public final Map<UUID, Submission> submissions = new ConcurrentHashMap<>();
  public final List<Kept> attachments = new CopyOnWriteArrayList<>();
  public volatile long committed = Long.MAX_VALUE;
  public volatile Instant horizon = Instant.parse("2100-01-01T00:00:00Z");
  public volatile boolean away;

  /** The bytes of a file. */
  public record Kept(UUID incident, UUID command, byte[] bytes) {}

  public void clear() {
    attachments.clear();
    records.clear();
    appended.clear();
    submissions.clear();
    committed = Long.MAX_VALUE;
    horizon = Instant.parse("2100-01-01T00:00:00Z");
    away = false;
  }

  private void ask() {
    if (away) {
      throw new StreamUnavailableException(
          "switched off", Duration.ofSeconds(7), new IllegalStateException());
    }
  }

  public ProgressReader progress() {
    return () -> {
      ask();
      List<Progress> one = List.of(new Progress(committed, committed, horizon, horizon));
      return new Progresses(Map.of(Lane.BULK, one, Lane.INTERACTIVE, one));
    };
  }

  public SubmissionReader submissions() {
    return new SubmissionReader() {
      @Override
      public Optional<Submission> find(UUID receipt) {
        return Optional.ofNullable(submissions.get(receipt));
      }

      @Override
      public void close() {}
    };
  }

  public AttachmentLog attachmentLog() {
    return new AttachmentLog() {
      @Override
      public Place append(UUID incident, UUID command, byte[] bytes) {
        ask();
        attachments.add(new Kept(incident, command, bytes.clone()));
        return new Place(0, attachments.size() - 1L);
      }

      @Override
      public byte[] read(UUID incident, UUID command, Place place) {
        ask();
        return Optional.of(place.offset())
            .filter(offset -> offset < attachments.size())
            .map(offset -> attachments.get(offset.intValue()))
            .filter(kept -> kept.incident().equals(incident) && kept.command().equals(command))
            .map(Kept::bytes)
            .orElseThrow();
      }

      @Override
      public void close() {}
    };
  }

  public ReportLog log() {
    return new ReportLog() {
      @Override
      public CompletableFuture<RawLocation> append(Lane lane, RawRecord raw) {
        ask();
        appended.add(raw);
        return CompletableFuture.completedFuture(new RawLocation(lane, 0, 1_000));
      }

      @Override
      public void append(Submission submission) {
        ask();
        submissions.put(submission.receipt(), submission);
      }

      @Override
      public RawRecord read(RawLocation location) {
        ask();
        RawRecord record = records.get(location);
        if (record == null) {
          throw new NoSuchElementException("retention");
        }
        return record;
      }

      @Override
      public void close() {}
    };
  }
}
