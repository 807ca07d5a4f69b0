package org.upprop.local.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.upprop.local.Problem;

/** A database, and whose it is. */
public record DatabaseAddress(String url, String user, String password) {

    public Connection connect() {
        try {
            return DriverManager.getConnection(url, user, password);
        } catch (SQLException refused) {
            throw Problem.beforehand("%s cannot be opened: %s".formatted(url, refused.getMessage()));
        }
    }

    @Override
    public String toString() {
        return "DatabaseAddress[%s]".formatted(url);
    }
}
