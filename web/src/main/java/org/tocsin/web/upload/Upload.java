package org.tocsin.web.upload;

/**
 * A file that is being sent.
 *
 * @param name what it is called
 * @param mediaType what it says it is; {@code application/octet-stream} where it says nothing of
 *     use
 * @param content its bytes, which are read once
 */
public record Upload(String name, String mediaType, Content content) {
  /** Reads the bytes of a file. */
  @FunctionalInterface
  public interface Content {
    /**
     * All of them.
     *
     * @throws org.tocsin.web.problem.TooLargeException where there are more than a file may have
     * @throws org.tocsin.web.problem.BadParameterException where there are none
     */
    byte[] read();
  }
}
