package org.tocsin.stream.observed;

import java.util.Collection;
import org.tocsin.model.incident.Touched;
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
  public void append(Collection<Touched> incidents) {
    String topic = connection.name(Topic.OBSERVED);
    connection.sendAllAndWait(
        incidents.stream().map(touched -> ObservedCodec.encode(topic, touched)).toList(),
        "say what was observed");
  }
}
