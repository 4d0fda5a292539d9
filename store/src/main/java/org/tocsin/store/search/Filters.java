package org.tocsin.store.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.tocsin.store.document.IndexedTime;

/** The few kinds of conditions the store asks with. */
public final class Filters {
  private Filters() {}

  /** The field has that value. */
  public static Query is(String field, String value) {
    return Query.of(query -> query.term(term -> term.field(field).value(value)));
  }

  /** The field has that value. */
  public static Query is(String field, long value) {
    return Query.of(query -> query.term(term -> term.field(field).value(value)));
  }

  /** The field has one of those values; none of them matches nothing. */
  public static Query isOneOf(String field, Collection<String> values) {
    List<FieldValue> all = values.stream().map(FieldValue::of).toList();
    return Query.of(query -> query.terms(terms -> terms.field(field).terms(any -> any.value(all))));
  }

  /** The field has one of those values; none of them matches nothing. */
  public static Query isOneOfNumbers(String field, Collection<Long> values) {
    List<FieldValue> all = values.stream().map(FieldValue::of).toList();
    return Query.of(query -> query.terms(terms -> terms.field(field).terms(any -> any.value(all))));
  }

  /** The field is false or missing. */
  public static Query isNot(String field) {
    return Query.of(query ->
        query.bool(not -> not.mustNot(any -> any.term(yes -> yes.field(field).value(true)))));
  }

  /** The field has a value that begins like that. */
  public static Query beginsWith(String field, String beginning) {
    return Query.of(query -> query.prefix(prefix -> prefix.field(field).value(beginning)));
  }

  /** The document has that field. */
  public static Query has(String field) {
    return Query.of(query -> query.exists(there -> there.field(field)));
  }

  /** The document has none of those fields. */
  public static Query hasNone(String... fields) {
    return Query.of(query ->
        query.bool(none ->
            none.mustNot(
                Arrays.stream(fields)
                    .map(field -> Query.of(any -> any.exists(there -> there.field(field))))
                    .toList())));
  }

  /** One of those conditions holds. */
  public static Query anyOf(List<Query> conditions) {
    return Query.of(query -> query.bool(any -> any.should(conditions).minimumShouldMatch("1")));
  }

  /** All of those conditions hold. */
  public static Query allOf(List<Query> conditions) {
    return Query.of(query -> query.bool(all -> all.filter(conditions)));
  }

  /** The text holds those words one after the other. */
  public static Query says(String field, String words) {
    return Query.of(query -> query.matchPhrase(phrase -> phrase.field(field).query(words)));
  }

  /** The time is not before the first and before the second. */
  public static Query within(String field, Instant from, Instant to) {
    return Query.of(query ->
        query.range(range ->
            range.date(
                date -> date.field(field).gte(IndexedTime.text(from)).lt(IndexedTime.text(to)))));
  }

  /** The time is neither before the first nor after the second. */
  public static Query between(String field, Instant from, Instant to) {
    return Query.of(query ->
        query.range(range ->
            range.date(
                date -> date.field(field).gte(IndexedTime.text(from)).lte(IndexedTime.text(to)))));
  }
}
