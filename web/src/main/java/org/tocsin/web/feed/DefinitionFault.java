package org.tocsin.web.feed;

/**
 * What is wrong with a definition.
 *
 * @param key the key at fault, such as {@code secret.header}
 * @param what in a few words, fit for whoever wrote it
 */
public record DefinitionFault(String key, String what) {
  @Override
  public String toString() {
    return key + ": " + what;
  }
}
