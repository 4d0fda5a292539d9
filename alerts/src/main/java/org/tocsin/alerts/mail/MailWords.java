package org.tocsin.alerts.mail;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.alerts.delivery.Parcel;
import org.tocsin.model.stix.StixObject;
import org.tocsin.store.StoredVersion;

/**
 * What a mail says, in sections: a title each, and paragraphs. All of it is taken out of the very
 * objects that are attached, so nothing is in it that the recipient may not see.
 *
 * @param subject its subject
 * @param sections what it says
 */
record MailWords(String subject, List<Section> sections) {
  /** A title and paragraphs. */
  record Section(String title, List<String> paragraphs) {}

  /**
   * Of a delivery.
   *
   * @param whole whether the subject may tell what the warning is about
   * @param page where the warning is read in the console; empty where that is not known
   */
  static MailWords of(Parcel parcel, boolean whole, String page) {
    StoredVersion version = parcel.version();
    StixObject report = version.shown().getFirst();
    String number = parcel.delivery().item().number();
    String name = report.text("name").orElse("");
    List<Section> sections = new ArrayList<>();
    sections.add(new Section(name, beginning(version, report)));
    version.shown().stream()
        .filter(object -> object.type().equals("note"))
        .forEach(note ->
            sections.add(
                new Section(
                    note.text("abstract").orElse(""), List.of(note.text("content").orElse("")))));
    add(sections, "Vulnerabilities", names(version, "vulnerability"));
    add(sections, "What to look for", names(version, "indicator"));
    if (!page.isEmpty()) {
      sections.add(new Section("Read it and say that you have seen it", List.of(page)));
    }
    String what = happening(version, number);
    return new MailWords(whole ? what + ": " + name : what, sections);
  }

  private static String happening(StoredVersion version, String number) {
    if (version.object().revoked()) {
      return "Withdrawn: warning " + number;
    }
    return version.number() == 1 ? "Warning " + number : "Update of warning " + number;
  }

  private static List<String> beginning(StoredVersion version, StixObject report) {
    List<String> all = new ArrayList<>();
    if (version.object().revoked()) {
      all.add("This warning was taken back. Do not act on it any more.");
    }
    report.text("description").ifPresent(all::add);
    return all;
  }

  private static List<String> names(StoredVersion version, String type) {
    return version.shown().stream()
        .filter(object -> object.type().equals(type))
        .flatMap(object -> object.text("name").stream())
        .toList();
  }

  private static void add(List<Section> sections, String title, List<String> paragraphs) {
    if (!paragraphs.isEmpty()) {
      sections.add(new Section(title, paragraphs));
    }
  }

  /** As plain text. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Section section : sections) {
      text.append(section.title()).append("\n\n");
      section.paragraphs().forEach(one -> text.append(one).append("\n"));
      text.append("\n");
    }
    return text.toString();
  }

  /** As a page without anything to fetch. */
  String html() {
    StringBuilder html = new StringBuilder("<!DOCTYPE html><html><body>");
    for (Section section : sections) {
      html.append("<h2>").append(escaped(section.title())).append("</h2>");
      section.paragraphs().forEach(one -> html.append("<p>").append(paragraph(one)).append("</p>"));
    }
    return html.append("</body></html>").toString();
  }

  private static String paragraph(String text) {
    return escaped(text).replace("\n", "<br>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
