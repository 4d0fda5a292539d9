package org.tocsin.model.warning;

import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Field;

/**
 * What to do, in words for each kind of reader; null where nothing is said to them.
 *
 * @param citizens for everybody
 * @param businesses for companies
 * @param governments for authorities
 * @param internationalOrganisations for international organisations
 */
public record Advice(
    @Nullable String citizens,
    @Nullable String businesses,
    @Nullable String governments,
    @Nullable String internationalOrganisations) {
  /** Nothing to anybody. */
  public static final Advice NONE = new Advice(null, null, null, null);

  private static final int LONGEST = 10_000;

  /** Throws IllegalArgumentException, naming the field, for what is too long. */
  public Advice {
    citizens = Field.optional("advice.citizens", citizens, LONGEST);
    businesses = Field.optional("advice.businesses", businesses, LONGEST);
    governments = Field.optional("advice.governments", governments, LONGEST);
    internationalOrganisations =
        Field.optional("advice.internationalOrganisations", internationalOrganisations, LONGEST);
  }
}
