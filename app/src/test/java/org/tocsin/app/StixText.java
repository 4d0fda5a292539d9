package org.tocsin.app;

import java.util.UUID;

/** Small STIX 2.1 objects as senders write them. */
final class StixText {
  private static final String CREATED = "2026-11-01T08:00:00.000Z";

  private StixText() {}

  /** A fresh id of that type. */
  static String id(String type) {
    return type + "--" + UUID.randomUUID();
  }

  /**
   * A version of an indicator.
   *
   * @param level a level of TLP 2.0
   * @param minute tells the versions apart
   */
  static String indicator(String id, Level level, int minute) {
    return """
    {"type":"indicator","spec_version":"2.1","id":"%s","created":"%s",
     "modified":"%s","name":"Command server","indicator_types":["malicious-activity"],
     "pattern":"[domain-name:value = 'c2.example.net']","pattern_type":"stix",
     "valid_from":"%s","object_marking_refs":["%s"]}\
    """
        .formatted(id, CREATED, modified(minute), CREATED, level.marking);
  }

  /** What {@code modified} of that version is. */
  static String modified(int minute) {
    return "2026-11-02T08:%02d:00.000Z".formatted(minute);
  }

  /** An observed-data of a mail address and an address of the net, with both. */
  static String[] observed(String id, Level level) {
    String mail = "email-addr--2d77a846-6264-5d51-b586-e43822ea1ea3"; // STIX 2.1 section 6.5.1
    return new String[] {
      """
      {"type":"observed-data","spec_version":"2.1","id":"%s","created":"%s","modified":"%s",
       "first_observed":"%s","last_observed":"%s","number_observed":1,
       "object_refs":["%s","%s"],"object_marking_refs":["%s"]}\
      """
          .formatted(id, CREATED, CREATED, CREATED, CREATED, ADDRESS, mail, level.marking),
      """
      {"type":"ipv4-addr","spec_version":"2.1","id":"%s","value":"198.51.100.3"}\
      """
          .formatted(ADDRESS),
      """
      {"type":"email-addr","spec_version":"2.1","id":"%s","value":"john@example.com"}\
      """
          .formatted(mail)
    };
  }

  /** The id of 198.51.100.3 in the example of STIX 2.1 section 6.8. */
  static final String ADDRESS = "ipv4-addr--ff26c055-6336-5bc5-b98d-13d6226742dd";

  /** Levels with the ids of their markings. */
  enum Level {
    CLEAR("94868c89-83c2-464b-929b-a1a8aa3c8487"),
    GREEN("bab4a63c-aed9-4cf5-a766-dfca5abac2bb"),
    AMBER("55d920b0-5e8b-4f79-9ee9-91f868d9b421"),
    AMBER_STRICT("939a9414-2ddd-4d32-a0cd-375ea402b003"),
    RED("e828b379-4e03-4974-9ac4-e53a884c97c1");

    private final String marking;

    Level(String marking) {
      this.marking = "marking-definition--" + marking;
    }
  }
}
