package io.streamalert.classify;

import io.streamalert.classify.LogParser.Candidate;
import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records are rows of CSV, whose columns belong to the fields in the order of the schema. */
final class CsvRows implements Extraction {

  private final CsvDialect dialect;
  private final Map<String, FieldType> fields;
  private final Optional<RecordsAtPath> texts;

  /** Rows of the payload, or of the texts at a path of it. */
  CsvRows(LogSchema schema, Optional<RecordsAtPath> texts) {
    this.dialect = CsvDialect.of(schema);
    this.fields = schema.fields();
    this.texts = texts;
  }

  @Override
  public List<Candidate> from(Payload payload) {
    List<Candidate> candidates = new ArrayList<>();
    if (texts.isPresent()) {
      texts.get().values(payload).forEach(text -> addRows(text, candidates));
    } else {
      FieldValue text = payload.plainText().map(FieldValue::of).orElse(FieldValue.missing());
      if (text.exists()) {
        addRows(payload.rows(dialect), text, candidates);
      }
    }
    return candidates;
  }

  private void addRows(FieldValue text, List<Candidate> candidates) {
    addRows(text.asString().flatMap(dialect::rows), text, candidates);
  }

  private void addRows(
      Optional<List<List<String>>> rows, FieldValue text, List<Candidate> candidates) {
    if (rows.isEmpty()) {
      candidates.add(Candidate.rejected(text, "is no CSV text"));
    } else {
      rows.get().forEach(row -> candidates.add(candidate(row)));
    }
  }

  private Candidate candidate(List<String> row) {
    try {
      return Candidate.of(record(row, fields, ""));
    } catch (WrongColumns wrong) {
      return Candidate.rejected(FieldValue.of(row), wrong.problem);
    }
  }

  /** A field that is a map is CSV itself, of which the first row counts. */
  private FieldValue record(List<String> row, Map<String, FieldType> types, String where)
      throws WrongColumns {
    if (row.size() != types.size()) {
      throw new WrongColumns(where + "has " + row.size() + " columns, not " + types.size());
    }
    Map<String, FieldValue> record = new LinkedHashMap<>();
    int column = 0;
    for (Map.Entry<String, FieldType> field : types.entrySet()) {
      record.put(field.getKey(), cell(row.get(column++), field));
    }
    return FieldValue.map(record);
  }

  private FieldValue cell(String text, Map.Entry<String, FieldType> field) throws WrongColumns {
    FieldType type = field.getValue();
    if (type.word() != FieldType.Word.MAP && type.word() != FieldType.Word.ANY) {
      return FieldValue.of(text);
    }
    String where = "its column \"" + field.getKey() + "\" ";
    List<String> first = dialect.rows(text).stream()
        .flatMap(List::stream)
        .findFirst()
        .orElseThrow(() -> new WrongColumns(where + "is empty"));
    return record(first, type.fields(), where);
  }

  /** A row does not have the columns of the schema. */
  private static final class WrongColumns extends Exception {
    private static final long serialVersionUID = 1;
    private final String problem;

    WrongColumns(String problem) {
      super(problem, null, false, false);
      this.problem = problem;
    }
  }

  @Override
  public String nothing(Payload payload) {
    return texts.map(path -> path.nothing(payload)).orElse("is no CSV text");
  }

  @Override
  public Takes takes() {
    return texts.map(RecordsAtPath::takes).orElseGet(Takes::text);
  }
}
