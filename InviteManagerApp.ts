import { IConfigurationExtend, IConfigurationModify, IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { ApiSecurity, ApiVisibility } from '@rocket.chat/apps-engine/definition/api';
import { App } from '@rocket.chat/apps-engine/definition/App';
import { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { IPostMessageSentToBot } from '@rocket.chat/apps-engine/definition/messages/IPostMessageSentToBot';
import { IPostRoomDeleted, IPostRoomUserJoined, IRoom, IRoomUserJoinedContext } from '@rocket.chat/apps-engine/definition/rooms';
import { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { ISettingUpdateContext } from '@rocket.chat/apps-engine/definition/settings/ISettingUpdateContext';
import {
    IUIKitInteractionHandler,
    IUIKitResponse,
    UIKitActionButtonInteractionContext,
    UIKitBlockInteractionContext,
    UIKitViewCloseInteractionContext,
    UIKitViewSubmitInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import { UIKitIncomingInteractionContainerType } from '@rocket.chat/apps-engine/definition/uikit/UIKitIncomingInteractionContainer';

import { pressButton } from './src/chat/buttons';
import { InviteCommand } from './src/chat/command';
import { handleDirectMessage } from './src/chat/directMessage';
import { handleRoomAction, handleModalButton, handleSubmit } from './src/chat/modal/interactions';
import { ROOM_ACTION } from './src/chat/modal/roomAction';
import { BUILT_IN_COMMAND, OWN_COMMAND } from './src/chat/commandNames';
import { provideOwnCommand, takeOverInvite } from './src/chat/registration';
import { removeInvitesOfRoom } from './src/domain/useCases/removeInvitesOfRoom';
import { isDataNewer, noteDataVersion } from './src/rocketchat/storage/dataVersion';
import { ProcessState } from './src/app/processState';
import { EntryPoint } from './src/app/runOperation';
import { Accessors } from './src/rocketchat/accessors';
import { reportTo } from './src/app/errorLog';
import { createStores } from './src/app/createServices';
import { SETTINGS, validateSetting } from './src/rocketchat/settings/definitions';
import { retryThrice } from './src/app/timing';
import { FindOrCreateInviteEndpoint } from './src/http/endpoints/findOrCreateInvite';
import { HealthEndpoint } from './src/http/endpoints/health';
import { InviteInfoEndpoint } from './src/http/endpoints/inviteInfo';
import { InvitesCreateEndpoint } from './src/http/endpoints/invitesCreate';
import { InvitesListEndpoint } from './src/http/endpoints/invitesList';
import { InvitesInfoEndpoint } from './src/http/endpoints/invitesInfo';
import { InvitesUpdateEndpoint } from './src/http/endpoints/invitesUpdate';
import { InvitesRotateTokenEndpoint } from './src/http/endpoints/invitesRotateToken';
import { InvitesRevokeEndpoint } from './src/http/endpoints/invitesRevoke';
import { InvitesJoinsEndpoint } from './src/http/endpoints/invitesJoins';
import { InvitesApproveEndpoint, InvitesDenyEndpoint } from './src/http/endpoints/invitesDecide';
import { InvitesRequestsEndpoint } from './src/http/endpoints/invitesRequests';
import { InvitesSendEndpoint } from './src/http/endpoints/invitesSend';
import { InvitesStatsEndpoint } from './src/http/endpoints/invitesStats';
import { pageEndpoints } from './src/http/pages';
import { ListInvitesEndpoint } from './src/http/endpoints/listInvites';
import { RemoveInviteEndpoint } from './src/http/endpoints/removeInvite';
import { UseInviteTokenEndpoint } from './src/http/endpoints/useInviteToken';
import { ValidateInviteTokenEndpoint } from './src/http/endpoints/validateInviteToken';
import { auditRoom } from './src/subscribers/auditRoom';
import { history } from './src/subscribers/history';
import { notices } from './src/subscribers/notices';
import { auditSettingJob, scheduleAudit } from './src/jobs/auditSetting';
import { cleanUpJob } from './src/jobs/cleanUp';
import { foldJob } from './src/jobs/fold';
import { reminderJob } from './src/jobs/remind';
import { noticeJob } from './src/jobs/tell';

/** Registers everything the app provides. The engine starts the first class that this file exports. */
export class InviteManagerApp extends App implements IUIKitInteractionHandler, IPostMessageSentToBot, IPostRoomDeleted, IPostRoomUserJoined {
    private readonly state = new ProcessState([history(), auditRoom(), notices()]);

    async onInstall(_context: unknown, read: IRead, _http: IHttp, persistence: IPersistence): Promise<void> {
        await this.noteDataVersion(read, persistence);
    }

    async onUpdate(_context: unknown, read: IRead, _http: IHttp, persistence: IPersistence): Promise<void> {
        await this.noteDataVersion(read, persistence);
    }

    /** Stays disabled if a newer version wrote the stored data, or if the data version cannot be read. */
    async onEnable(_environment: unknown, configuration: IConfigurationModify): Promise<boolean> {
        try {
            if (await retryThrice(() => isDataNewer(this.getAccessors().reader.getPersistenceReader()))) {
                this.getLogger().error(
                    'The invites of this workspace were written by a newer version of the app, which this one cannot read. Nothing was changed. Install that version, or a newer one, again.',
                );
                return false;
            }
        } catch (error) {
            // The engine would swallow the error, and the log would not show why the app is disabled.
            reportTo(this)('The app stays disabled, because what it has stored could not be read. Enable it again when the database answers', error);
            return false;
        }
        await this.takeOver(configuration);
        return true;
    }

    /**
     * Returns the setting to save, or a text that explains why its value is invalid. Apps-Engine 1.62.0 would save the
     * value if this method threw (docs/decisions/0005-refusing-settings.md).
     */
    async onPreSettingUpdate(
        { oldSetting, newSetting }: ISettingUpdateContext,
        _configuration: IConfigurationModify,
        read: IRead,
    ): Promise<ISetting> {
        const validated = await validateSetting(newSetting, read);
        return 'problem' in validated ? (`Not saved: ${validated.problem}` as unknown as ISetting) : { ...oldSetting, value: validated.value };
    }

    async executeBlockActionHandler(
        context: UIKitBlockInteractionContext,
        read: IRead,
        http: IHttp,
        persistence: IPersistence,
        modify: IModify,
    ): Promise<IUIKitResponse> {
        const entry = this.entryPoint({ read, modify, http, persistence });
        const { container } = context.getInteractionData();
        if (container && container.type === UIKitIncomingInteractionContainerType.VIEW) {
            return handleModalButton(entry, context);
        }
        await pressButton(entry, context);
        return context.getInteractionResponder().successResponse();
    }

    executeActionButtonHandler(
        context: UIKitActionButtonInteractionContext,
        read: IRead,
        http: IHttp,
        persistence: IPersistence,
        modify: IModify,
    ): Promise<IUIKitResponse> {
        return handleRoomAction(this.entryPoint({ read, modify, http, persistence }), context);
    }

    executeViewSubmitHandler(
        context: UIKitViewSubmitInteractionContext,
        read: IRead,
        http: IHttp,
        persistence: IPersistence,
        modify: IModify,
    ): Promise<IUIKitResponse> {
        return handleSubmit(this.entryPoint({ read, modify, http, persistence }), context);
    }

    /** Does nothing. Without this handler, the engine logs a warning whenever a modal closes. */
    executeViewClosedHandler(context: UIKitViewCloseInteractionContext): Promise<IUIKitResponse> {
        return Promise.resolve(context.getInteractionResponder().successResponse());
    }

    executePostMessageSentToBot(message: IMessage, read: IRead, http: IHttp, persistence: IPersistence, modify: IModify): Promise<void> {
        return handleDirectMessage(this.entryPoint({ read, modify, http, persistence }), message);
    }

    /** Removes the invites of a deleted room. Logs its errors itself, because the engine does not catch them. */
    async executePostRoomDeleted({ id }: IRoom, read: IRead, _http: IHttp, persistence: IPersistence): Promise<void> {
        const report = reportTo(this);
        await removeInvitesOfRoom(createStores(read, persistence, report), id).catch((error: unknown) => {
            report('The invites to a deleted room could not be removed; the nightly job tries again', error);
        });
    }

    /** Passes the id of the person who joined to the pending join, if there is one. */
    executePostRoomUserJoined({ joiningUser, room }: IRoomUserJoinedContext): Promise<void> {
        this.state.pendingJoins.joined(room.id, joiningUser.username, joiningUser.id);
        return Promise.resolve();
    }

    async onSettingUpdated(setting: ISetting, configuration: IConfigurationModify): Promise<void> {
        this.state.cache.clear();
        this.state.knownPermissions.forget();
        if (setting.id === 'Take_Over_Invite') {
            await this.takeOver(configuration);
        }
        await scheduleAudit(configuration.scheduler, setting).catch((error: unknown) => {
            reportTo(this)('The change of a setting could not be told in the audit room', error);
        });
    }

    protected async extendConfiguration(configuration: IConfigurationExtend): Promise<void> {
        for (const setting of SETTINGS) {
            await configuration.settings.provideSetting(setting);
        }
        await configuration.api.provideApi({
            visibility: ApiVisibility.PUBLIC,
            security: ApiSecurity.UNSECURE,
            endpoints: [
                new FindOrCreateInviteEndpoint(this, this.state),
                new ListInvitesEndpoint(this, this.state),
                new UseInviteTokenEndpoint(this, this.state),
                new ValidateInviteTokenEndpoint(this, this.state),
                new InviteInfoEndpoint(this, this.state),
                new RemoveInviteEndpoint(this, this.state),
                new InvitesCreateEndpoint(this, this.state),
                new InvitesSendEndpoint(this, this.state),
                new InvitesListEndpoint(this, this.state),
                new InvitesInfoEndpoint(this, this.state),
                new InvitesUpdateEndpoint(this, this.state),
                new InvitesRotateTokenEndpoint(this, this.state),
                new InvitesRevokeEndpoint(this, this.state),
                new InvitesJoinsEndpoint(this, this.state),
                new InvitesStatsEndpoint(this, this.state),
                new InvitesRequestsEndpoint(this, this.state),
                new InvitesApproveEndpoint(this, this.state),
                new InvitesDenyEndpoint(this, this.state),
                new HealthEndpoint(this, this.state),
                ...pageEndpoints(this),
            ],
        });
        configuration.ui.registerButton(ROOM_ACTION);
        await configuration.scheduler.registerProcessors([
            cleanUpJob(this.state),
            foldJob(this.state),
            auditSettingJob(this.state),
            noticeJob(this.state, this.getID()),
            reminderJob(this.state),
        ]);
        // Last, because it may throw: an app that was disabled and enabled again still holds its command.
        await provideOwnCommand(new InviteCommand(OWN_COMMAND, this, this.state), configuration, this.getLogger());
    }

    private entryPoint(accessors: Accessors): EntryPoint {
        return { app: this, accessors, state: this.state };
    }

    private noteDataVersion(read: IRead, persistence: IPersistence): Promise<void> {
        return noteDataVersion(createStores(read, persistence, reportTo(this)).records);
    }

    private async takeOver(configuration: IConfigurationModify): Promise<void> {
        const command = new InviteCommand(BUILT_IN_COMMAND, this, this.state);
        this.state.inviteCommand.status = await takeOverInvite(command, configuration, this.getAccessors().environmentReader, this.getLogger());
    }
}
