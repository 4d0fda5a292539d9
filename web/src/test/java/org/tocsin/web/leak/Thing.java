package org.tocsin.web.leak;

import java.util.function.Predicate;

/**
 * A thing to see or not to see.
 *
 * @param id what an exit for one of them is asked with; what is after {@code #} stands for the
 *     second variable of its address
 * @param mark what is in an answer that shows it, and in no other
 * @param seen who may see it
 * @param personal what only those may see who see it whole, empty for nothing
 * @param whole who may
 * @param what it is, for whoever reads that the test failed
 */
record Thing(
    Kind kind,
    String id,
    String mark,
    Predicate<Onlooker> seen,
    String personal,
    Predicate<Onlooker> whole,
    Object what) {

  /** With nothing personal in it. */
  Thing(Kind kind, String id, String mark, Predicate<Onlooker> seen, Object what) {
    this(kind, id, mark, seen, "", any -> true, what);
  }

  /** What an exit can show. */
  enum Kind {
    OBSERVATION,
    /** An observation among those of its incident. */
    MEMBER,
    BYTES,
    OBJECT,
    INCIDENT,
    /** An incident that another one's page names. */
    LINKED,
    /** Who works on an incident, which is the team's business. */
    WORKER,
    /** A message about an incident. */
    SAID,
    /** A file of an incident. */
    FILE,
    /** The name of a file among those of its incident. */
    FILE_NAME,
    /** An incident as a draft of a warning takes it up. */
    TAKEN_UP,
    REJECT,
    RECEIPT,
    /** An incident that a submission led to. */
    LED_TO,
    ACCOUNT,
    FEED,
    /** How a feed is defined, for whoever changes it. */
    DEFINED,
    /** A warning that was published, or a draft, which is the team's. */
    WARNING,
    /** One of which there is a version that readers were given. */
    PUBLISHED,
    /** A warning that its writers hear of who try to make it once more. */
    STANDING,
    VERSION,
    /** What the version before was called, beside a version. */
    EARLIER,
    /** What a version was called. */
    TITLE,
    /** What is to be published next. */
    WORKING,
    /** The warning that took the place of another. */
    SUCCESSOR,
    /** Who has seen a warning. */
    ACKNOWLEDGED,
    /** A delivery on the board of its warning. */
    DELIVERED,
    /** A delivery that could be tried again. */
    DELIVERY,
    /** The same, from the board of its warning. */
    ON_BOARD,
    /** Whom a warning would reach. */
    REACHED,
    DECISION,
    COMMAND,
    /** How much is in the journal, and nothing of what. */
    PROOF,
    ORGANISATION,
    /** An organisation that is found by what it serves. */
    RESPONSIBLE,
    /** How an organisation stands, for whoever changes it. */
    ENTRY,
    GROUP,
    /** A sharing group in the form of whoever changes it. */
    OWNED,
    /** A sharing group among those of its member. */
    MEMBERSHIP,
    /** A sharing group among those a warning can be addressed to. */
    CHOICE,
    /** What somebody wants to hear of. */
    SUBSCRIPTION;

    /** Whether its exits answer 404 where it is not seen; the others show it or leave it out. */
    boolean isHiddenByNotFound() {
      return switch (this) {
        case OBSERVATION,
            BYTES,
            INCIDENT,
            FILE,
            REJECT,
            RECEIPT,
            FEED,
            WARNING,
            PUBLISHED,
            VERSION,
            COMMAND,
            DELIVERY,
            ON_BOARD,
            ORGANISATION,
            GROUP,
            SUBSCRIPTION ->
            true;
        default -> false;
      };
    }
  }

  @Override
  public String toString() {
    return kind + " " + id + " '" + mark + "' " + what;
  }
}
