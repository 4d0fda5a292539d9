package org.tocsin.formats.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A place in a file of a mapping, which every complaint names. */
record Entry(String file, String path, JsonNode node) {

  FaultyMappingException fault(String detail) {
    return new FaultyMappingException(file, path, detail);
  }

  /** Holds that this is a list of keys, all of them known. */
  void only(Set<String> keys) {
    if (!node.isObject()) {
      throw fault("this is to be a list of keys with values");
    }
    for (String key : node.propertyNames()) {
      if (!keys.contains(key)) {
        throw new FaultyMappingException(
            file,
            path(key),
            "this key is not known; known are "
                + String.join(", ", keys.stream().sorted().toList()));
      }
    }
  }

  /** What is under that key, null where nothing is. */
  @Nullable Entry get(String key) {
    JsonNode child = node.get(key);
    return child == null || child.isNull() ? null : new Entry(file, path(key), child);
  }

  /** What is under that key, which must be there. */
  Entry require(String key) {
    Entry child = get(key);
    if (child == null) {
      throw new FaultyMappingException(file, path(key), "this key is missing");
    }
    return child;
  }

  String text() {
    if (!node.isString() && !node.isNumber() && !node.isBoolean()) {
      throw fault("this is to be a text");
    }
    String text = node.asString();
    if (text.isEmpty()) {
      throw fault("this is empty");
    }
    return text;
  }

  boolean flag() {
    if (!node.isBoolean()) {
      throw fault("this is to be true or false");
    }
    return node.booleanValue();
  }

  int number(int least, int most) {
    if (!node.isInt() || node.intValue() < least || node.intValue() > most) {
      throw fault("this is to be a number from " + least + " to " + most);
    }
    return node.intValue();
  }

  /** The elements of a list; one that stands alone is a list of one. */
  List<Entry> list() {
    if (!node.isArray()) {
      return List.of(this);
    }
    List<Entry> list = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      list.add(new Entry(file, path + "[" + i + "]", node.get(i)));
    }
    return list;
  }

  /** The values under all keys, in order. */
  <T> Map<String, T> map(Function<Entry, T> value) {
    if (!node.isObject()) {
      throw fault("this is to be a list of keys with values");
    }
    Map<String, T> map = new LinkedHashMap<>();
    node.properties()
        .forEach(property ->
            map.put(
                property.getKey(),
                value.apply(new Entry(file, path(property.getKey()), property.getValue()))));
    return map;
  }

  boolean isObject() {
    return node.isObject();
  }

  private String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
