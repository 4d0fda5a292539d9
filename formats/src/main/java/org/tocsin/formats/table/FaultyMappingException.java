package org.tocsin.formats.table;

/** A mapping that cannot be used. The message names the file and the place in it. */
public final class FaultyMappingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A fault.
   *
   * @param file name of the file
   * @param place the key, such as {@code columns[2].role}, or the line
   * @param detail what is wrong there
   */
  FaultyMappingException(String file, String place, String detail) {
    super(place.isEmpty() ? file + ": " + detail : file + ": " + place + ": " + detail);
  }
}
