package org.tocsin.alerts.taxii;

/** The addresses (TAXII 2.1 section 3.2 and 3.3: each ends with a slash). */
final class TaxiiAddress {
  /** Section 4.1. */
  static final String DISCOVERY = "/taxii2/";

  /** The one API root, section 4.2. */
  static final String ROOT = DISCOVERY + "tocsin/";

  /** Section 4.3. */
  static final String STATUS = ROOT + "status/";

  /** Section 5.1. */
  static final String COLLECTIONS = ROOT + "collections/";

  /** Section 5.2. */
  static final String COLLECTION = COLLECTIONS + "{collection}/";

  /** Section 5.4 and 5.5. */
  static final String OBJECTS = COLLECTION + "objects/";

  /** Section 5.6 and 5.7. */
  static final String OBJECT = OBJECTS + "{object}/";

  private TaxiiAddress() {}
}
