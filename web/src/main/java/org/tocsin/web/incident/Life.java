package org.tocsin.web.incident;

import java.util.List;

/**
 * An incident's life, as far as a reader may see it.
 *
 * @param happenings what happened
 * @param version of the incident after the last decision, told to the reader or not
 */
public record Life(List<Happening> happenings, long version) {
  public Life {
    happenings = List.copyOf(happenings);
  }
}
