package org.tocsin.web.raw;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.store.StoredReject;
import org.tocsin.stream.ReportLog;
import org.tocsin.stream.StreamUnavailableException;

/**
 * Sends the raw record of a reject through triage once more, under its old slots: what was rejected
 * may become an observation now, and nobody's {@code collected} rises.
 */
public final class Redrive {
  private static final Logger LOG = LoggerFactory.getLogger(Redrive.class);
  private static final Set<Role> MAY = EnumSet.of(Role.ANALYST, Role.LEAD, Role.ADMIN);
  private static final Duration WAIT = Duration.ofSeconds(15);
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final ReportLog log;
  private final RawRecords records;

  /** Appends to that log. */
  public Redrive(ReportLog log, RawRecords records) {
    this.log = log;
    this.records = records;
  }

  /** Whether the reader's roles include this. */
  public static boolean isOpenTo(Reader reader) {
    return reader.roles().stream().anyMatch(MAY::contains);
  }

  /**
   * Appends the raw record again, and returns it once Kafka has it.
   *
   * @throws AccessDeniedException when the reader's roles do not include this
   * @throws org.tocsin.web.problem.NoLongerKeptException when retention has taken the raw record
   * @throws StreamUnavailableException when Kafka does not acknowledge in time
   */
  public RawRecord again(StoredReject reject, Reader reader) {
    if (!isOpenTo(reader)) {
      throw new AccessDeniedException("a redrive is for analysts, leads and admins");
    }
    RawRecord raw = records.read(reject.raw());
    append(reject, raw);
    LOG.info("{} redrove raw record {} of receipt {}", reader.name(), raw.number(), raw.receipt());
    return raw;
  }

  private void append(StoredReject reject, RawRecord raw) {
    try {
      log.append(reject.raw().lane(), raw).get(WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof StreamUnavailableException away ? away : unacknowledged(e);
    } catch (TimeoutException e) {
      throw unacknowledged(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unacknowledged(e);
    }
  }

  private static StreamUnavailableException unacknowledged(Exception cause) {
    return new StreamUnavailableException("the redrive was not acknowledged", RETRY, cause);
  }
}
