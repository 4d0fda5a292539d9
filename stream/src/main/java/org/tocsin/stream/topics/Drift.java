package org.tocsin.stream.topics;

/**
 * Something of a topic that is not as declared.
 *
 * @param topic its name in Kafka
 * @param setting what is different
 * @param found what it was
 * @param declared what it should be
 * @param repaired whether it was put right; where not, a person has to
 */
public record Drift(String topic, String setting, String found, String declared, boolean repaired) {

  @Override
  public String toString() {
    return "topic %s: %s was %s, declared is %s%s"
        .formatted(
            topic, setting, found, declared, repaired ? "; repaired" : "; needs to be put right");
  }
}
