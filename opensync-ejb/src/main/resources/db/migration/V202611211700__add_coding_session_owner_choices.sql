-- own_title: chosen by the owner, stands before the tool's; what the tool sends goes on in title, and shows again without it.
-- total_tokens: as shown, the sum over the messages where the tool never reported any.
ALTER TABLE coding_session
    ADD COLUMN own_title VARCHAR(4096) NULL,
    ADD COLUMN eval_ready BOOLEAN NOT NULL DEFAULT FALSE,
    ADD COLUMN total_tokens BIGINT GENERATED ALWAYS AS (
        IF(prompt_tokens + completion_tokens > 0,
            prompt_tokens + completion_tokens,
            message_prompt_tokens + message_completion_tokens)) STORED,
    DROP COLUMN title_by_user;
