package org.tocsin.formats.stix;

import java.util.List;
import org.tocsin.formats.record.Fault;
import org.tocsin.model.stix.StixObject;
import tools.jackson.databind.node.ObjectNode;

/**
 * An edition of the standard, and what its objects need to become STIX 2.1. One that remembers what
 * it has read is for one raw record only.
 */
@FunctionalInterface
public interface Edition {
  /** STIX 2.1, which needs nothing. */
  Edition CURRENT = object -> List.of();

  /**
   * An observable that was part of another object.
   *
   * @param path JSON pointer of the place it had there
   */
  record Carried(String path, StixObject object) {}

  /**
   * Turns an object of this edition into one of STIX 2.1, in place.
   *
   * @return the observables it carried inside, which stand for themselves now
   * @throws Fault where it cannot be read as one of this edition; the path is a JSON pointer into
   *     the object
   */
  List<Carried> upgrade(ObjectNode object) throws Fault;

  /** Changes what could only be known after all objects of the raw record were read. */
  default void settle(ObjectNode object) {}
}
