package io.streamalert.outputs;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings the blocks that a publisher made into the limits of Block Kit. */
final class SlackBlocks {

  static final int LIMIT_BLOCKS = 50;
  static final int LIMIT_TEXT = 3_000;
  static final int LIMIT_HEADER = 150;
  static final int LIMIT_FIELD = 2_000;
  static final int LIMIT_FIELDS = 10;

  private static final String TEXT = "text";
  private static final String FIELDS = "fields";

  private SlackBlocks() {}

  static List<FieldValue> of(List<FieldValue> blocks) {
    return blocks.stream()
        .filter(block -> block.kind() == Kind.MAP)
        .limit(LIMIT_BLOCKS)
        .map(SlackBlocks::limited)
        .toList();
  }

  private static FieldValue limited(FieldValue block) {
    Map<String, FieldValue> fields = new LinkedHashMap<>(block.fields());
    int most = block.at("type").is("header") ? LIMIT_HEADER : LIMIT_TEXT;
    fields.computeIfPresent(TEXT, (name, text) -> limited(text, most));
    fields.computeIfPresent(
        FIELDS,
        (name, texts) -> texts.kind() == Kind.LIST
            ? FieldValue.list(texts.elements().stream()
                .limit(LIMIT_FIELDS)
                .map(text -> limited(text, LIMIT_FIELD))
                .toList())
            : texts);
    return FieldValue.map(fields);
  }

  /** A text object with no more text than allowed. */
  private static FieldValue limited(FieldValue object, int most) {
    return object
        .at(TEXT)
        .asString()
        .map(text -> object.with(TEXT, FieldValue.of(Texts.elide(text, most))))
        .orElse(object);
  }
}
