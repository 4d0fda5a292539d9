package org.tocsin.formats.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An element of a document, by its local name.
 *
 * @param name local name
 * @param attributes values by local name
 * @param text its own text, with one blank for every stretch of white space
 * @param children its elements, in order
 */
public record Element(
    String name, Map<String, String> attributes, String text, List<Element> children) {
  /** The attribute of that name without blanks around; null where it is missing or empty. */
  public @Nullable String attribute(String wanted) {
    String value = attributes.get(wanted);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** The elements of that name directly below. */
  public List<Element> children(String wanted) {
    return children.stream().filter(child -> child.name.equals(wanted)).toList();
  }

  /** The first element of that name directly below; null where there is none. */
  public @Nullable Element child(String wanted) {
    return children.stream().filter(child -> child.name.equals(wanted)).findFirst().orElse(null);
  }

  /** The text of the first element of that name directly below; null where there is none. */
  public @Nullable String childText(String wanted) {
    Element child = child(wanted);
    return child == null || child.text.isEmpty() ? null : child.text;
  }

  /**
   * All elements of those names at any depth, in order.
   *
   * @param skipped names of elements not to look into
   */
  public List<Element> descendants(Set<String> wanted, Set<String> skipped) {
    List<Element> found = new ArrayList<>();
    collect(wanted, skipped, found);
    return found;
  }

  private void collect(Set<String> wanted, Set<String> skipped, List<Element> found) {
    for (Element child : children) {
      if (!skipped.contains(child.name)) {
        if (wanted.contains(child.name)) {
          found.add(child);
        }
        child.collect(wanted, skipped, found);
      }
    }
  }
}
