package org.upprop.verification.screening.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.verification.screening.RuleKind;
import org.upprop.verification.screening.ScreeningRule;
import org.upprop.verification.screening.ScreeningRules;

/** The table {@code screening_rule}. */
@Repository
class JdbcScreeningRules implements ScreeningRules {

    private static final String ALL =
            "select rule_id, kind, value, note, added_by, added_at from screening_rule order by kind, value";

    private static final String ADD = """
            insert into screening_rule (kind, value, note, added_by) values (:kind, :value, :note, :by)
            on conflict (kind, value) do update set value = screening_rule.value
            returning rule_id, kind, value, note, added_by, added_at
            """;

    /** There is one of these at most, also where two are set at once. */
    private static final String SET_BURST = """
            insert into screening_rule (kind, value, note, added_by) values (:kind, :value, :note, :by)
            on conflict (kind) where kind = 'burst' do update
            set value = excluded.value, note = excluded.note, added_by = excluded.added_by, added_at = now()
            returning rule_id, kind, value, note, added_by, added_at
            """;

    private static final String REMOVE = """
            delete from screening_rule where rule_id = :rule
            returning rule_id, kind, value, note, added_by, added_at
            """;

    private final JdbcClient jdbc;

    JdbcScreeningRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ScreeningRule> all() {
        return jdbc.sql(ALL).query(JdbcScreeningRules::rule).list();
    }

    @Override
    public ScreeningRule add(RuleKind kind, String value, @Nullable String note, String by) {
        return jdbc.sql(kind == RuleKind.BURST ? SET_BURST : ADD)
                .param("kind", kind.word())
                .param("value", value)
                .param("note", note)
                .param("by", by)
                .query(JdbcScreeningRules::rule)
                .single();
    }

    @Override
    public Optional<ScreeningRule> remove(UUID rule) {
        return jdbc.sql(REMOVE)
                .param("rule", rule)
                .query(JdbcScreeningRules::rule)
                .optional();
    }

    private static ScreeningRule rule(ResultSet row, int number) throws SQLException {
        return new ScreeningRule(
                row.getObject("rule_id", UUID.class),
                RuleKind.of(row.getString("kind")).orElseThrow(),
                row.getString("value"),
                row.getString("note"),
                row.getString("added_by"),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }
}
