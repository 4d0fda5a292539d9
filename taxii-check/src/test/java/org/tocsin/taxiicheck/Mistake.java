package org.tocsin.taxiicheck;

/** What a server can get wrong, and the section of the rule that says so. */
enum Mistake {
  NO_TITLE("4.1.1"),
  DEFAULT_ELSEWHERE("4.1.1"),
  NO_MEDIA_TYPE("8.2.1"),
  STRICT_ABOUT_VERSION("3.1"),
  NO_MOST_LENGTH("4.2.1"),
  IDS_BY_NAME("5.2.1"),
  ALIAS_LEADS_NOWHERE("5.2.1"),
  TOLD_OTHERWISE("5.2"),
  EVERY_COLLECTION_IS_THERE("5.2"),
  EVERY_STATUS_IS_THERE("4.3"),
  STATUS_OF_ERROR_DIFFERS("3.6.1"),
  NO_CHALLENGE("1.6.9"),
  OBJECTS_FOR_STRANGERS("1.6.9"),
  WRITABLE_FOR_ALL("5.5"),
  MILLISECONDS("5.3.1"),
  NEWEST_FIRST("3.3"),
  TOLD_TWICE("5.3"),
  EMPTY_LIST("5.4"),
  NO_HEADERS("3.2"),
  LIMIT_IGNORED("3.4"),
  MORE_FORGOTTEN("3.4"),
  NEXT_LOSES_ONE("3.5"),
  ADDED_AFTER_INCLUDES("3.4"),
  MALFORMED_IS_TAKEN("3.4"),
  ID_IGNORED("3.4.1"),
  TYPE_IGNORED("3.4.1"),
  ALL_VERSIONS_ALWAYS("3.4.1"),
  FIRST_IS_LAST("3.4.1"),
  TIME_IGNORED("3.4.1"),
  SPEC_VERSION_IGNORED("3.4.1"),
  EVERY_OBJECT_IS_THERE("5.6"),
  VERSIONS_LEFT_OUT("5.8"),
  DELETE_NOT_FOUND("5.7"),
  COUNTS_DO_NOT_ADD_UP("5.5"),
  TWICE_IS_A_FAILURE("5.5"),
  ANYTHING_IS_AN_ENVELOPE("5.5"),
  ANY_LENGTH("4.2.1");

  private final String section;

  Mistake(String section) {
    this.section = section;
  }

  String section() {
    return section;
  }
}
