package org.tocsin.alerts.leak;

import java.util.function.Predicate;

/**
 * A thing to see or not to see: a version of an object in a collection or stream, or what an exit
 * is about.
 *
 * @param in the collection it is in, or the stream; for others what the exit is asked with
 * @param object its id, empty for what is no object
 * @param mark what is in an answer that shows it, and in no other
 * @param last whether it is the last version of its object
 * @param seen who may see it
 * @param personal what only those may see who see it whole, empty for nothing
 * @param whole who may
 */
record Thing(
    Kind kind,
    String in,
    String object,
    String mark,
    boolean last,
    Predicate<Onlooker> seen,
    String personal,
    Predicate<Onlooker> whole,
    Object what) {

  /** One that is no object. */
  Thing(Kind kind, String in, String mark, Predicate<Onlooker> seen, Object what) {
    this(kind, in, "", mark, true, seen, "", any -> true, what);
  }

  /** What an exit can show. */
  enum Kind {
    WARNING,
    INCIDENT,
    OBSERVATION,
    /** An object that arrived as STIX. */
    OBJECT,
    /** What was sent in by the one who reads it. */
    SENT,
    /** A warning or incident that was released to a sharing group. */
    GROUPED,
    /** The collection of a sharing group. */
    COLLECTION,
    /** What became of a submission. */
    STATUS,
    /** A warning as its stream has it. */
    TOLD_WARNING,
    /** An incident as its stream has it. */
    TOLD_INCIDENT,
    /** A warning as feeds have it: the last version alone, or that it was withdrawn. */
    FED,
    /** What a warning names, as lists have it while it holds. */
    LISTED,
    /** The same as a hash. */
    HASHED
  }

  @Override
  public String toString() {
    return kind + " " + object + " in " + in + " '" + mark + "' " + what;
  }
}
