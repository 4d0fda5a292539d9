package org.tocsin.stream.delivery;

import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.tocsin.model.delivery.DeliveryEntry;
import org.tocsin.stream.DeliveryLog;
import org.tocsin.stream.Topic;
import org.tocsin.stream.connection.StreamConnection;

/** The topic {@code deliveries} in Kafka. */
public final class KafkaDeliveryLog implements DeliveryLog {
  private final StreamConnection connection;

  /** Over that connection. */
  public KafkaDeliveryLog(StreamConnection connection) {
    this.connection = connection;
  }

  @Override
  public DeliveryEntry append(Posting posting) {
    RecordMetadata kept =
        connection.sendAndWait(
            DeliveryCodec.encode(connection.name(Topic.DELIVERIES), posting),
            "write down what became of a delivery");
    return new DeliveryEntry(kept.partition(), kept.offset(), posting.event());
  }

  @Override
  public void appendAll(List<Posting> postings) {
    String topic = connection.name(Topic.DELIVERIES);
    connection.sendAllAndWait(
        postings.stream().map(posting -> DeliveryCodec.encode(topic, posting)).toList(),
        "write down what became of deliveries");
  }
}
