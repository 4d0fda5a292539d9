package org.tocsin.engines.kafka;

import kafka.Kafka;
import kafka.tools.StorageTool;

/**
 * Formats the storage of a single KRaft node where it is new, then runs the broker in the same JVM.
 *
 * <p>Arguments: the properties file and the cluster id. A storage folder that cannot be formatted
 * (it belongs to another cluster, it cannot be written) ends the JVM with exit code 1 and the
 * reason on the standard error stream.
 */
public final class KafkaMain {

  private KafkaMain() {}

  /**
   * Formats where needed and starts the broker.
   *
   * @param args properties file, cluster id
   */
  public static void main(String[] args) {
    String[] format = {
      "format", "--config", args[0], "--cluster-id", args[1], "--ignore-formatted"
    };
    try {
      if (StorageTool.execute(format, System.out) != 0) {
        Runtime.getRuntime().halt(1);
      }
    } catch (RuntimeException e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
    Kafka.main(new String[] {args[0]});
  }
}
