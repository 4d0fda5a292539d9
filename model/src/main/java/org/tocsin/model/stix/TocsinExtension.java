package org.tocsin.model.stix;

/**
 * What Tocsin adds to STIX: a property extension (STIX 2.1 section 7.3). On an observed-data it
 * carries the classification and every field of the original record that STIX has no place for; on
 * an incident, how it is classified, how bad it is and where it stands; on a report, what a warning
 * says beyond it.
 */
public final class TocsinExtension {
  /** The key of the extension in {@code extensions}, and the id of its definition. */
  public static final String ID = "extension-definition--6f1b8d2e-52a7-4c0e-9d3c-7a3f5e0c9b41";

  /** The RSIT classification, such as {@code malicious-code}. */
  public static final String CLASSIFICATION = "classification";

  /** The RSIT type, such as {@code c2-server}. */
  public static final String CLASSIFICATION_TYPE = "classification_type";

  /** The provider's short name. */
  public static final String PROVIDER = "provider";

  /** The feed of the provider. */
  public static final String FEED = "feed";

  /** The provider's own name for the kind of report. */
  public static final String REPORT_TYPE = "report_type";

  /** ISO 3166-1 alpha-2 codes of the places the record names, a list. */
  public static final String COUNTRIES = "countries";

  /**
   * Ids of the observables that whom the record is about is or has: its addresses, names and
   * autonomous systems, and nobody else's. An observed-data that names a provider and not these
   * tells of nobody's part of the net.
   */
  public static final String SUBJECT_REFS = "subject_refs";

  /** ISO 3166-1 alpha-2 code of where whom the record is about is. */
  public static final String SUBJECT_COUNTRY = "subject_country";

  /** Every field of the original record that held something, by its original name, as text. */
  public static final String FIELDS = "fields";

  /** How bad an incident is: low, medium, high or critical. */
  public static final String SEVERITY = "severity";

  /** Where an incident stands, such as {@code investigating}. */
  public static final String STATE = "state";

  private TocsinExtension() {}
}
