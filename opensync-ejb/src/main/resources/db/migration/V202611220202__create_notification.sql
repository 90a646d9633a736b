-- What one person is told of afterwards. subject: what it is about, in their own words; link: a path of the console.
CREATE TABLE notification (
    id BIGINT NOT NULL AUTO_INCREMENT,
    account_id BIGINT NOT NULL,
    kind VARCHAR(32) NOT NULL,
    subject VARCHAR(255) NOT NULL,
    link VARCHAR(255) NOT NULL,
    is_read BOOLEAN NOT NULL DEFAULT FALSE,
    created_ms BIGINT NOT NULL,
    CONSTRAINT pk_notification PRIMARY KEY (id),
    CONSTRAINT fk_notification_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    -- NotificationService.newestFirst and unread
    INDEX ix_notification_account_id (account_id, id, is_read),
    -- retention.Leftover.NOTIFICATION
    INDEX ix_notification_created_ms (created_ms)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
