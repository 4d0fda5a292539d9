package org.tocsin.formats.idea;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.RsitTable;
import org.tocsin.model.rsit.Rsit;

/** What the categories of an event mean; the table is {@code categories.tsv}. */
final class Categories {
  private static final RsitTable TABLE = RsitTable.beside(Categories.class, "categories.tsv");

  private Categories() {}

  /**
   * The type of the first category that is known, itself or by what stands before its last dot;
   * null where none is. A test stays a test whatever else it says.
   *
   * @param url whether the source is a URL: malware there is handed out, elsewhere it runs
   */
  static @Nullable Rsit type(List<String> categories, boolean url) {
    if (categories.stream().anyMatch(category -> category.equalsIgnoreCase("Test"))) {
      return Rsit.TEST;
    }
    for (String category : categories) {
      Optional<Rsit> type = find(category);
      if (type.isPresent()) {
        boolean malware = category.regionMatches(true, 0, "Malware", 0, "Malware".length());
        return malware && url ? Rsit.MALWARE_DISTRIBUTION : type.get();
      }
    }
    return null;
  }

  private static Optional<Rsit> find(String category) {
    Optional<Rsit> type = TABLE.find(category);
    int dot = category.lastIndexOf('.');
    return type.isPresent() || dot < 0 ? type : TABLE.find(category.substring(0, dot));
  }
}
