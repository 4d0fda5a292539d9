package org.tocsin.stream.observed;

import java.util.Collection;
import org.tocsin.model.incident.Opening;
import org.tocsin.stream.ObservedLog;
import org.tocsin.stream.Topic;
import org.tocsin.stream.connection.StreamConnection;

/** The topic {@code observed} in Kafka. */
public final class KafkaObservedLog implements ObservedLog {
  private final StreamConnection connection;

  /** Over that connection. */
  public KafkaObservedLog(StreamConnection connection) {
    this.connection = connection;
  }

  @Override
  public void append(Collection<Opening> openings) {
    String topic = connection.name(Topic.OBSERVED);
    connection.sendAllAndWait(
        openings.stream().map(opening -> ObservedCodec.encode(topic, opening)).toList(),
        "say what was observed");
  }
}
