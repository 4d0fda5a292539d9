package org.tocsin.formats.shadowserver;

/**
 * One type of report.
 *
 * @param name its name, such as {@code scan6_http}
 * @param family what it shares with its twin for the other version of IP
 */
record ReportType(String name, ReportFamily family) {}
