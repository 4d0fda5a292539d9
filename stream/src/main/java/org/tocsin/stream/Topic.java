package org.tocsin.stream;

import java.time.Duration;
import java.util.Map;
import org.tocsin.model.report.Lane;

/** Every topic there is. Nothing else is ever created: the brokers' auto-creation is off. */
public enum Topic {
  /** Raw records a person waits for. */
  REPORTS_INTERACTIVE("reports.interactive"),
  /** Raw records of feeds and large files. */
  REPORTS_BULK("reports.bulk"),
  /** How far each submission came, keyed by receipt; one partition keeps its states in order. */
  SUBMISSIONS("submissions"),
  /**
   * Which episodes were observed again, keyed by what all episodes of one series have in common.
   */
  OBSERVED("observed"),
  /** What people and rules decide; one partition, one order, kept for ever. */
  JOURNAL("journal"),
  /** The bytes of files that people added to incidents, keyed by incident, kept for ever. */
  ATTACHMENTS("attachments"),
  /** What became of each delivery, keyed by subscription, kept for ever. */
  DELIVERIES("deliveries");

  /** Enough for as many processes to share the work. */
  private static final int OBSERVED_PARTITIONS = 6;

  /** Enough to spread what is kept for ever over several brokers. */
  private static final int ATTACHMENTS_PARTITIONS = 3;

  /** Enough for as many processes to share the work. */
  private static final int DELIVERIES_PARTITIONS = 6;

  private static final String FOR_EVER = "-1";
  private static final String LEFT_TO_REPLICATION = String.valueOf(Long.MAX_VALUE);

  private final String plainName;

  Topic(String plainName) {
    this.plainName = plainName;
  }

  /** The topic a lane's raw records are in. */
  public static Topic of(Lane lane) {
    return switch (lane) {
      case INTERACTIVE -> REPORTS_INTERACTIVE;
      case BULK -> REPORTS_BULK;
    };
  }

  /** Its name in Kafka. */
  public String name(StreamSettings settings) {
    return settings.prefix() + plainName;
  }

  /** How many partitions it has. */
  public int partitions(StreamSettings settings) {
    return switch (this) {
      case REPORTS_INTERACTIVE -> settings.interactivePartitions();
      case REPORTS_BULK -> settings.bulkPartitions();
      case OBSERVED -> OBSERVED_PARTITIONS;
      case ATTACHMENTS -> ATTACHMENTS_PARTITIONS;
      case DELIVERIES -> DELIVERIES_PARTITIONS;
      case SUBMISSIONS, JOURNAL -> 1;
    };
  }

  /** Whether no retention ever takes what is in it: nothing makes it again. */
  private boolean isForEver() {
    return this == JOURNAL || this == ATTACHMENTS || this == DELIVERIES;
  }

  /** Its topic-level configuration, whole: what differs from it has drifted. */
  public Map<String, String> configuration(StreamSettings settings) {
    return Map.of(
        "cleanup.policy",
        "delete",
        "retention.ms",
        isForEver() ? FOR_EVER : millis(settings.rawRetention()),
        "retention.bytes",
        FOR_EVER,
        "message.timestamp.type",
        "LogAppendTime",
        "max.message.bytes",
        String.valueOf(StreamSettings.MAX_MESSAGE_BYTES),
        "min.insync.replicas",
        String.valueOf(settings.minInSyncReplicas()),
        "unclean.leader.election.enable",
        "false",
        "flush.messages",
        flushMessages(settings));
  }

  /**
   * A lone broker has no replica that remembers: it writes to disk before it acknowledges. Replicas
   * on several machines make that unnecessary.
   */
  private static String flushMessages(StreamSettings settings) {
    return settings.replicationFactor() == 1 ? "1" : LEFT_TO_REPLICATION;
  }

  private static String millis(Duration duration) {
    return String.valueOf(duration.toMillis());
  }
}
